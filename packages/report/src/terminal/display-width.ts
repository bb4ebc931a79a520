/** Characters that occupy two columns: Hangul, CJK, kana, full-width forms, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that stand over the character before them, and joiners. */
const zeroWidth = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufeff]/u;

/** How many columns a terminal needs for a text without escape sequences. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The text filled with spaces to a width, or cut with an ellipsis to it. */
export function fitToWidth(text: string, width: number, align: 'left' | 'right'): string {
  const fitted = displayWidth(text) > width ? cut(text, width) : text;
  const fill = ' '.repeat(Math.max(0, width - displayWidth(fitted)));
  return align === 'left' ? fitted + fill : fill + fitted;
}

function cut(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept}…`;
}
