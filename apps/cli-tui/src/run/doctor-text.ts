import { displayWidth, wrapToWidth } from '@kneepoint/report';
import type { CheckScope, DoctorCheck, DoctorReport } from '@kneepoint/runner-agent/doctor';
import { terminalText } from '../screen/terminal-text.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';

/** How wide the text may be, whether it may be coloured, and its language. */
export type DoctorTextOptions = {
  readonly columns: number;
  readonly colour: boolean;
  readonly language: MessageLanguage;
};

const scopes: readonly CheckScope[] = ['host', 'server', 'plan'];
const widestLine = 110;

/** The report for a person: every check in a line, and under a problem its cause, what helps, and sources. */
export function doctorText(report: DoctorReport, options: DoctorTextOptions): string {
  const parts = scopes.flatMap((scope) => {
    const checks = report.checks.filter((check) => check.scope === scope);
    return checks.length === 0 ? [] : [sectionText(scope, checks, report, options)];
  });
  return `${parts.join('\n')}\n${summaryText(report, options)}`;
}

function sectionText(
  scope: CheckScope,
  checks: readonly DoctorCheck[],
  { subject }: DoctorReport,
  options: DoctorTextOptions,
): string {
  const words = wordsOf(options.language).doctor;
  const shown = subject ?? '';
  const heading = { host: words.host, server: words.server(shown), plan: words.plan(shown) }[scope];
  const names = checks.map(nameOf);
  const width = Math.max(...names.map((name) => name.length));
  const lines = checks.map((check, index) => checkText(check, (names[index] ?? '').padEnd(width), options));
  return `${terminalText(heading)}\n${lines.join('')}`;
}

const nameOf = ({ name, target }: DoctorCheck): string => (target === null ? name : `${target} ${name}`);

const colours = { ok: 32, error: 31, advice: 33, skipped: 90 } as const;

function checkText(check: DoctorCheck, name: string, options: DoctorTextOptions): string {
  const state = check.outcome === 'problem' ? check.weight : check.outcome;
  const { states } = wordsOf(options.language).doctor;
  const stateWidth = Math.max(...Object.values(states).map(displayWidth));
  const padded = states[state] + ' '.repeat(stateWidth - displayWidth(states[state]));
  const shown = options.colour ? `\u001b[${colours[state]}m${padded}\u001b[0m` : padded;
  const indent = ' '.repeat(2 + stateWidth + 2);
  const said = check.outcome === 'skipped' ? check.reason : check.detail;
  const text = indented(said, `${indent}${' '.repeat(name.length + 2)}`, options).trimStart();
  const line = `  ${shown}  ${name}  ${text}`;
  return check.outcome === 'problem' ? line + problemText(check.problem, indent, options) : line;
}

type Problem = Extract<DoctorCheck, { readonly outcome: 'problem' }>['problem'];

function problemText(problem: Problem, indent: string, options: DoctorTextOptions): string {
  const { title, cause, fix } = problem.text[options.language];
  const words = wordsOf(options.language).doctor;
  return [
    indented(`${title} [${problem.id}]`, indent, options),
    indented(`${words.cause}${cause}`, indent, options),
    indented(`${words.fix}${fix}`, indent, options),
    // Commands and addresses are to be copied: they are not broken.
    ...problem.commands.map((command) => `${indent}$ ${command}\n`),
    ...problem.sources.map((source) => `${indent}${source}\n`),
  ].join('');
}

function indented(text: string, indent: string, { columns }: DoctorTextOptions): string {
  const width = Math.max(40, Math.min(columns, widestLine) - indent.length);
  return wrapToWidth(terminalText(text), width)
    .map((line) => `${indent}${line}\n`)
    .join('');
}

function summaryText({ counts, verdict }: DoctorReport, { language }: DoctorTextOptions): string {
  const { errors, advice, ok, skipped } = counts;
  const words = wordsOf(language).doctor;
  return `${words.verdicts[verdict]}${words.counts(errors, advice, ok, skipped)}\n`;
}
