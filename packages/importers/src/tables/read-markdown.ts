import type { DocumentBlock } from './document-block.ts';
import { plainText } from './plain-text.ts';

type Lines = readonly string[];
/** A block, and the index of the line after it. */
type Read = { readonly block: DocumentBlock; readonly next: number };

/** The pieces of a Markdown document that a mapping can speak of; what is none of them is text. */
export function readMarkdown(text: string): readonly DocumentBlock[] {
  const lines = text.split(/\r?\n/);
  const blocks: DocumentBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const read = readFence(lines, index) ?? readTable(lines, index) ?? readLine(lines, index);
    blocks.push(read.block);
    index = read.next;
  }
  return blocks;
}

function readFence(lines: Lines, start: number): Read | null {
  const [, fence] = /^\s*(`{3,}|~{3,})/.exec(lines[start] ?? '') ?? [];
  if (fence === undefined) return null;
  let end = start + 1;
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(fence)) end++;
  return {
    block: { kind: 'fence', line: start + 1, lines: lines.slice(start + 1, end) },
    next: end + 1,
  };
}

/** A row of cells, then a row of dashes, then the other rows until a line without a bar. */
function readTable(lines: Lines, start: number): Read | null {
  const [head, dashes] = [lines[start] ?? '', lines[start + 1] ?? ''];
  if (!head.includes('|') || !/^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(dashes)) return null;
  if (!dashes.includes('|')) return null;
  let end = start + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
  const rows = lines.slice(start + 2, end).map(cellsOf);
  return { block: { kind: 'table', line: start + 1, columns: cellsOf(head), rows }, next: end };
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map(plainText);
}

function readLine(lines: Lines, index: number): Read {
  const line = lines[index] ?? '';
  const next = index + 1;
  const [, heading] = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? [];
  if (heading !== undefined)
    return { block: { kind: 'heading', line: next, text: plainText(heading) }, next };
  const [, label, value] = /^\s*[-*+]\s+\*\*(.+?)\*\*\s*[:：]\s*(.+)$/.exec(line) ?? [];
  if (label !== undefined && value !== undefined) {
    return { block: { kind: 'fact', line: next, label: plainText(label), value: plainText(value) }, next };
  }
  return { block: { kind: 'text', line: next, text: plainText(line) }, next };
}
