/** The characters that screens are drawn with: one set for terminals that show Unicode, one of ASCII. */
export type Marks = {
  readonly unicode: boolean;
  readonly valid: string;
  readonly suspect: string;
  readonly invalid: string;
  readonly tooEarly: string;
  readonly running: string;
  readonly waiting: string;
  readonly selected: string;
  readonly up: string;
  readonly down: string;
  readonly separator: string;
  /** Degrees Celsius. */
  readonly degrees: string;
  readonly ellipsis: string;
  /** Corners from top left, clockwise, then horizontal and vertical. */
  readonly border: Border;
  readonly focusedBorder: Border;
  readonly rule: string;
  readonly axis: { readonly vertical: string; readonly horizontal: string; readonly corner: string };
  /** Heights of a column, from empty to full. */
  readonly heights: readonly string[];
  /** Lengths of a bar's last cell, from empty to full. */
  readonly lengths: readonly string[];
  /** What is not yet filled of a bar. */
  readonly track: string;
};

/** The six characters of a frame. */
export type Border = {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomRight: string;
  readonly bottomLeft: string;
  readonly horizontal: string;
  readonly vertical: string;
};

const border = (characters: string): Border => {
  const [topLeft = '', topRight = '', bottomRight = '', bottomLeft = '', horizontal = '', vertical = ''] = [
    ...characters,
  ];
  return { topLeft, topRight, bottomRight, bottomLeft, horizontal, vertical };
};

/** For terminals that show Unicode. The focused frame is heavy, so that it is seen without colour. */
export const unicodeMarks: Marks = {
  unicode: true,
  valid: '✓',
  suspect: '!',
  invalid: '✗',
  tooEarly: '…',
  running: '▶',
  waiting: '·',
  selected: '▶',
  up: '↑',
  down: '↓',
  separator: '·',
  degrees: '°C',
  ellipsis: '…',
  border: border('╭╮╯╰─│'),
  focusedBorder: border('┏┓┛┗━┃'),
  rule: '─',
  axis: { vertical: '│', horizontal: '─', corner: '└' },
  heights: [...' ▁▂▃▄▅▆▇█'],
  lengths: [...' ▏▎▍▌▋▊▉█'],
  track: '░',
};

/** For a locale that is not UTF-8 and for the console of Linux. */
export const asciiMarks: Marks = {
  unicode: false,
  valid: '+',
  suspect: '!',
  invalid: 'x',
  tooEarly: '~',
  running: '>',
  waiting: '.',
  selected: '>',
  up: '^',
  down: 'v',
  separator: '-',
  degrees: 'C',
  ellipsis: '~',
  border: border('++++-|'),
  focusedBorder: border('####=#'),
  rule: '-',
  axis: { vertical: '|', horizontal: '-', corner: '+' },
  heights: [...' _.:-=+*#'],
  lengths: [' ', '#'],
  track: '.',
};
