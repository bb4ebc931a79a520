import { cleanLine, displayWidth, wrapToWidth } from '@kneepoint/report';
import type { HelpLabels } from '../words/error-words.ts';

/** A line of help: what it is, and its text. Lines to copy are never broken. */
export type HelpLine = {
  readonly label: keyof Pick<HelpLabels, 'where' | 'why' | 'tries' | 'says' | 'detail' | 'known'>;
  readonly text: string;
  readonly copied?: boolean;
  /** Lines of a log stay whole, without a sign in front. */
  readonly whole?: boolean;
};

/** How it is drawn. */
export type HelpLook = {
  readonly labels: HelpLabels;
  /** Width of the terminal; `null` where nothing is wrapped. */
  readonly columns: number | null;
  readonly colour: boolean;
};

const narrowest = 30;
const widest = 110;

/**
 * An error as help: what happened, then indented lines with a label in front of the first of each kind.
 *
 *     kneepoint: the target http://127.0.0.1:8000 cannot be reached: nothing listens there (ECONNREFUSED)
 *       why    the server is not started, ...
 *       try    check that ...
 *              $ curl -i http://127.0.0.1:8000/v1/models
 */
export function helpText(what: string, lines: readonly HelpLine[], look: HelpLook): string {
  const labelWidth = Math.max(0, ...lines.map(({ label }) => displayWidth(look.labels[label])));
  const fact = `kneepoint: ${what}`.split('\n').map(cleanLine).join('\n');
  const head = look.columns === null ? fact : wrapToWidth(fact, Math.max(narrowest, look.columns)).join('\n');
  let before = '';
  const body = lines.map((line) => {
    const label = line.label === before ? '' : look.labels[line.label];
    before = line.label;
    return helpLine(line, label, labelWidth, look);
  });
  return `${look.colour ? `\u001b[1m${head}\u001b[0m` : head}\n${body.join('')}`;
}

function helpLine(line: HelpLine, label: string, labelWidth: number, look: HelpLook): string {
  const indent = `  ${' '.repeat(labelWidth)}  `;
  const padded = `  ${label}${' '.repeat(labelWidth - displayWidth(label))}  `;
  const start = look.colour && label !== '' ? padded.replace(label, `\u001b[36m${label}\u001b[0m`) : padded;
  if (line.copied === true) return `${start}$ ${cleanLine(line.text)}\n`;
  if (line.whole === true) return `${start}${cleanLine(line.text)}\n`;
  const width =
    look.columns === null ? null : Math.max(narrowest, Math.min(look.columns, widest) - indent.length);
  const text = line.text.split('\n').map(cleanLine);
  const wrapped = width === null ? text : text.flatMap((part) => wrapToWidth(part, width));
  return wrapped.map((part, index) => `${index === 0 ? start : indent}${part}\n`).join('');
}
