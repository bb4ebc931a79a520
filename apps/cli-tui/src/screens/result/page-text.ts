import { screenText } from '../parts/screen-text.ts';

/** Text of a report as a screen may draw it; the signs of a verdict, of which every terminal knows the width, stay. */
export const pageText = (text: string): string =>
  text
    .split(/([✓✗])/u)
    .map((part, index) => (index % 2 === 1 ? part : screenText(part)))
    .join('');
