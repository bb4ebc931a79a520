import { cleanLine } from '@kneepoint/report';

/**
 * Marks that stand over or join the characters around them, and characters that are not seen. Terminals disagree about
 * how many columns they take, so a line that holds one may be longer than it was counted.
 */
const uncounted = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\u0e33\u0eb3]/gu;

/** Pictures and rare scripts, one column in one terminal and two in the next. CJK of all planes stays. */
const uncertain =
  /\p{Extended_Pictographic}|[\u2329\u232a\u2600-\u27bf\u2b00-\u2bff\u3248-\u324f\ufe10-\ufe19\ufff9-\ufffb\u268a-\u268f]|[\u{10000}-\u{1ffff}]|[\u25fd\u25fe\u{e0000}-\u{10ffff}]/gu;

/**
 * Text of one line from a server, a file or a plan, as a screen may draw it: no control characters, and only characters
 * of which every terminal knows the width. What is taken out is shown as a box.
 */
export const screenText = (text: string): string =>
  cleanLine(text.normalize('NFC')).replace(uncounted, '').replace(uncertain, '\u25a1');
