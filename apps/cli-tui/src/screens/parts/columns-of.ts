import { displayWidth } from '@kneepoint/report';

/** ASCII, arrows, boxes, blocks, shapes and braille: one column each, which most of a screen is made of. */
const narrow = /^[\x20-\x7e\u00b7\u2013\u2026\u2190-\u2199\u2500-\u25fc\u2713\u2717\u2800-\u28ff]*$/;

/** How many columns a terminal needs for a clean text. */
export const columnsOf = (text: string): number => (narrow.test(text) ? text.length : displayWidth(text));
