import { endedByLimit, type QualityCheck } from '../judged-answer.ts';

/** An end that asks for more, in any language: a comma, a dash, an opened bracket or quotation. */
const goesOn = /[,，、;；(（[「『《“‘—–-]$/u;
/** An end that closes: of a sentence, a bracket, a quotation, a list's sign. */
const closes = /[\p{P}\p{S}]$/u;
const sentenceEnd = /[.!?。！？…]/u;

/**
 * Finds an answer that ends within a sentence although nobody asked for that. One that the limit of tokens ended is no
 * fault of the server's and is not looked at: nearly every answer of a benchmark with a fixed length ends so. `detail` is its
 * end.
 */
export const cut: QualityCheck = (answer) => {
  if (endedByLimit(answer)) return null;
  const text = answer.text.trimEnd();
  // A poem or a list may end without a full stop; an answer whose end the server does not explain is held to its own habit.
  const unexplained = answer.finishReason === null && sentenceEnd.test(text) && !closes.test(text);
  if (text === '' || !(goesOn.test(text) || unexplained)) return null;
  return { code: 'cut', verdict: 'doubtful', share: null, detail: lastOf(text) };
};

const lastOf = (text: string): string => [...text].slice(-20).join('').replace(/\s+/gu, ' ');
