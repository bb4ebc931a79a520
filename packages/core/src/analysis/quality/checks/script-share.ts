import type { QualityCheck } from '../judged-answer.ts';
import { letterCount, scriptCounts, scriptsOf } from '../writing-scripts.ts';

/** Names of products and abbreviations are Latin in any language: only a text made mostly of them is odd. */
const latinLimits = { doubtful: 0.5, bad: 0.8 };
/** Letters of any other foreign script are a slip into another language, as Chinese words in a Korean sentence. */
const foreignLimits = { doubtful: 0.02, bad: 0.25 };
/** One letter or two may be an example or a symbol. */
const leastLetters = 3;

/** Finds letters of a script that the language is not written in. `share` is theirs of all letters, `detail` the script's name. */
export const scriptShare: QualityCheck = ({ text, language }) => {
  const own = scriptsOf(language);
  const foreign = scriptCounts(text).filter(({ name }) => !own.includes(name));
  const all = letterCount(text);
  if (own.length === 0) return null;
  for (const { name, letters } of foreign) {
    const limits = name === 'Latin' ? latinLimits : foreignLimits;
    const share = letters / all;
    if (letters < leastLetters || share < limits.doubtful) continue;
    return { code: 'script-share', verdict: share >= limits.bad ? 'bad' : 'doubtful', share, detail: name };
  }
  return null;
};
