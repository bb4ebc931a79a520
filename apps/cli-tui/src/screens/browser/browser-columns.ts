import type { RunColumn } from '@kneepoint/results-store';
import type { BrowserWords } from '../../words/browser-words.ts';
import { columnsOf } from '../parts/columns-of.ts';

/** A column of the table with the width that it has on this screen. */
export type BrowserColumn = {
  readonly column: RunColumn;
  readonly width: number;
  readonly align: 'left' | 'right';
};

/** Before each row: the selection, the mark, a space. */
export const gutter = 3;
const gap = 2;

const narrowScreen = 80;
const leastName = 16;
const mostName = 48;
/** How many columns more a name has to be given before these are let in. */
const nameFirst: Readonly<Partial<Record<RunColumn, number>>> = { targets: 4, stages: 12, exit: 12 };
const leastTargets = 10;
const mostTargets = 32;

/** The columns in the order in which they stand, and the order in which they are let in. */
const placed: readonly RunColumn[] = [
  'created',
  'name',
  'targets',
  'stages',
  'throughput',
  'verdict',
  'exit',
];
const wanted: readonly RunColumn[] = [
  'name',
  'created',
  'throughput',
  'verdict',
  'targets',
  'stages',
  'exit',
];

const aligned: Readonly<Partial<Record<RunColumn, 'right'>>> = {
  stages: 'right',
  throughput: 'right',
  exit: 'right',
};

/** The columns that fit on a screen: the same for every page, so that nothing jumps while the list is scrolled. */
export function browserColumns(width: number, words: BrowserWords): readonly BrowserColumn[] {
  const room = width - gutter;
  const widths = new Map<RunColumn, number>();
  let used = -gap;
  for (const column of wanted) {
    const needed = leastWidth(column, width, words);
    if (used + gap + needed + (nameFirst[column] ?? 0) > room) continue;
    widths.set(column, needed);
    used += gap + needed;
  }
  grow(widths, room - used);
  return placed.flatMap((column) => {
    const given = widths.get(column);
    return given === undefined ? [] : [{ column, width: given, align: aligned[column] ?? 'left' }];
  });
}

/** What is left goes to the texts that may be long: two thirds to the name. */
function grow(widths: Map<RunColumn, number>, spare: number): void {
  const name = widths.get('name') ?? 0;
  const targets = widths.get('targets');
  const forTargets = targets === undefined ? 0 : Math.min(mostTargets - targets, Math.floor(spare / 3));
  widths.set('name', name + Math.min(mostName - name, spare - forTargets));
  if (targets !== undefined) widths.set('targets', targets + forTargets);
}

/** Wide enough for the title with its arrow and for what stands under it. */
function leastWidth(column: RunColumn, screen: number, words: BrowserWords): number {
  const title = columnsOf(words.columns[column]) + 1;
  switch (column) {
    case 'created':
      return Math.max(title, screen < narrowScreen ? 'MM-DD HH:MM'.length : 'YYYY-MM-DD HH:MM'.length);
    case 'name':
      return leastName;
    case 'targets':
      return Math.max(title, leastTargets);
    case 'verdict':
      return Math.max(title, ...Object.values(words.verdicts).map((verdict) => columnsOf(verdict) + 2));
    case 'stages':
    case 'throughput':
    case 'exit':
      return title;
  }
}
