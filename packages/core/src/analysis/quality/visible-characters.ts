const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What can make one visible character of several code points. */
const joining =
  /\p{M}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

/** The visible characters of a text, as a reader counts them (grapheme clusters); white space is none. */
export function visibleCharacters(text: string): number {
  const visible = text.replace(/\s+/gu, '');
  // Segmenting is slow, and a text without such code points has a character for each.
  if (!joining.test(visible)) return [...visible].length;
  return [...segmenter.segment(visible)].length;
}
