import { assertNever } from '@kneepoint/core';
import { type Block, type Cell, cleanText } from '@kneepoint/report';
import { columnsOf } from '../parts/columns-of.ts';
import { type Line, span, type Tone } from '../parts/line.ts';
import { screenText } from '../parts/screen-text.ts';
import { chartLegend } from './chart-legend.ts';
import { cellText, screenTone, toneMark } from './document-tone.ts';
import { drawChart } from './draw-chart.ts';
import { layoutTable } from './layout-table.ts';
import type { Paper } from './paper.ts';
import { blankLine, type ShownLine, textLine } from './shown-line.ts';
import { brokenLines, wrappedText } from './wrapped-text.ts';

/** The blocks of a chapter as lines, an empty one between two blocks. */
export function layoutBlocks(blocks: readonly Block[], paper: Paper): ShownLine[] {
  return blocks
    .map((block) => blockLines(block, paper))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [blankLine, ...lines]));
}

function blockLines(block: Block, paper: Paper): ShownLine[] {
  const { width, marks } = paper;
  switch (block.kind) {
    case 'heading':
      return headingLines(block, paper);
    case 'paragraph':
      return wrappedText(`${toneMark(block.tone, marks)}${block.text}`, {
        width,
        tone: screenTone(block.tone),
      });
    case 'list':
      return block.items.flatMap((item) => itemLines(item, block.emphasis, paper));
    case 'table':
      return [
        ...layoutTable(block, paper),
        ...block.notes.flatMap((note) => [blankLine, ...wrappedText(note, { width, tone: 'muted' })]),
      ];
    case 'code':
      return codeLines(block.text, paper);
    case 'excerpt':
      return [
        ...wrappedText(block.title, { width, bold: true }),
        ...wrappedText(block.prompt, {
          width,
          mark: [span(marks.unicode ? '» ' : '> ', 'muted')],
          indent: 2,
        }),
        ...(block.text === null ? [] : [blankLine, ...codeLines(block.text, paper)]),
      ];
    case 'chart':
      return [
        ...wrappedText(block.title, { width, bold: true }),
        ...drawChart(block.drawing, paper).map(textLine),
        ...legendLines(block, paper),
      ];
    case 'details':
      return [
        ...wrappedText(block.summary, {
          width,
          mark: [span(`${marks.down} `, 'muted')],
          indent: 2,
          tone: 'muted',
        }),
        ...layoutBlocks(block.blocks, paper),
      ];
    default:
      return assertNever(block);
  }
}

function legendLines(
  { drawing }: Extract<Block, { kind: 'chart' }>,
  { width, words, marks }: Paper,
): ShownLine[] {
  const text = chartLegend(drawing, words.legend, marks.unicode);
  return text === '' ? [] : wrappedText(text, { width, tone: 'muted' });
}

function headingLines(
  { level, text }: Extract<Block, { kind: 'heading' }>,
  { width, marks }: Paper,
): ShownLine[] {
  if (level === 3) return wrappedText(text, { width, bold: true });
  const rule = textLine([span(marks.rule.repeat(width), 'muted')]);
  return [...wrappedText(text, { width, tone: 'accent' }), rule];
}

function itemLines(
  item: Cell,
  emphasis: 'findings' | 'cautions' | 'plain',
  { width, marks, aside }: Paper,
): ShownLine[] {
  const text = cellText({ ...item, tone: 'plain' }, { marks, aside });
  return wrappedText(text, {
    width,
    tone: item.tone === 'muted' ? 'muted' : 'plain',
    mark: itemMark(item, emphasis, marks),
    indent: 2,
  });
}

function itemMark({ tone }: Cell, emphasis: 'findings' | 'cautions' | 'plain', marks: Paper['marks']): Line {
  const doubt: Tone | null = tone === 'suspect' || tone === 'invalid' ? screenTone(tone) : null;
  if (doubt !== null) return [span(toneMark(tone, marks), doubt)];
  const bullet = marks.unicode ? '• ' : '- ';
  if (emphasis === 'cautions' && tone !== 'muted') return [span(`${marks.suspect} `, 'caution')];
  return [span(bullet, emphasis === 'findings' ? 'accent' : 'muted')];
}

/** Text that keeps its lines: a command, a plan, what a server answered. Longer lines are broken. */
function codeLines(text: string, { width, marks }: Paper): ShownLine[] {
  const edge = span(`${marks.axis.vertical} `, 'muted');
  return cleanText(text)
    .split('\n')
    .flatMap((line) => {
      const whole = screenText(line);
      if (columnsOf(whole) <= width - 2) return [textLine([edge, span(whole)], 2)];
      const [indent = ''] = /^ */.exec(whole) ?? [];
      const room = Math.max(8, width - 2 - indent.length);
      return brokenLines(whole.slice(indent.length), room).map(
        ({ text: part, glue }, index): ShownLine => ({
          kind: 'text',
          glue: index === 0 ? '\n' : glue,
          lead: 2 + indent.length,
          pieces: [edge, span(`${indent}${part}`)],
        }),
      );
    });
}
