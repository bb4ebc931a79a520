import { readFileSync } from 'node:fs';
import * as crossCheckLimits from '../../../packages/core/src/analysis/cross-check/cross-check-limits.ts';
import * as steadinessLimits from '../../../packages/core/src/analysis/steadiness/steadiness-limits.ts';
import { trustCodes } from '../../../packages/core/src/analysis/trust-code.ts';
import * as trustLimits from '../../../packages/core/src/analysis/trust-limits.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';
import { commentText, coreFile } from './source-comments.ts';

/** A rule of the verdict, as its source tells it. */
export type TrustRule = {
  readonly code: string;
  readonly question: string;
  readonly verdicts: string;
  /** Names of the limits that it looks at. */
  readonly limits: readonly string[];
};

type Limit = { readonly name: string; readonly value: string; readonly reason: string };

/** Files of one rule for each exported function ... */
const filesOfRules = [
  'analysis/client-trust-rules.ts',
  'analysis/data-trust-rules.ts',
  'analysis/beyond-ceiling.ts',
  'analysis/imported-trust.ts',
];
/** ... and files whose rule is the whole file. */
const rulesOfFiles = [
  'analysis/steadiness/end-is-steady.ts',
  'analysis/steadiness/detect-over-saturation.ts',
  'analysis/cross-check/cross-check-findings.ts',
];

/** Every code that a reason can have, with the rule that gives it. Throws where a code has no rule in the files above. */
export function trustRules(): readonly TrustRule[] {
  const sources = [
    ...filesOfRules.flatMap((path) => exportedFunctions(coreFile(path))),
    ...rulesOfFiles.map((path) => wholeFile(coreFile(path))),
  ];
  return trustCodes.map((name) => {
    const source = sources.find(({ body }) => body.includes(`'${name}'`));
    if (source === undefined) throw new Error(`no rule gives the code ${name}`);
    return {
      code: name,
      question: source.comment,
      verdicts: verdictsOf(source.body),
      limits: allLimits().flatMap((limit) =>
        new RegExp(`\\b${limit.name}\\b`).test(source.body.replace(/import[\s\S]*?;\n/g, ''))
          ? [limit.name]
          : [],
      ),
    };
  });
}

/** Every rule of trust with its limits, and every limit with its value and reason. */
export function trustPage(): DocumentPage {
  const limits = allLimits();
  const rules = trustRules();
  const used = limits.filter(({ name }) => rules.some((rule) => rule.limits.includes(name)));
  return markdownPage(
    'reference/trust.md',
    { title: 'Trust', description: 'Every reason against the figures of a stage, with its limits.' },
    [
      generatedNote,
      'A stage is `valid`, `suspect` or `invalid`. A suspect one may still be right; an invalid one measured the client, or nothing. It is shown as such everywhere, never wins a comparison and passes no threshold. What each verdict is for: [metrics](../method/metrics.md#trust).',
      '## Rules',
      markdownTable(
        ['code', 'verdict', 'what it asks', 'limits'],
        rules.map((rule) => [code(rule.code), rule.verdicts, rule.question, rule.limits.map(code).join(' ')]),
      ),
      '## Limits',
      'A time of the client is held against a floor and a share of what it adds to, whichever is larger.',
      markdownTable(
        ['limit', 'value', 'why'],
        used.map(({ name, value, reason }) => [code(name), value, reason]),
      ),
      '## Held against the truth',
      trustGrid(),
    ],
  );
}

/** The last table of `pnpm benchmark:trust`, without its heading. */
const trustGrid = (): string =>
  readFileSync(new URL('../../../benchmarks/results/trust-grid.md', import.meta.url), 'utf8')
    .replace(/^# .*\n+/, '')
    .trim();

type RuleSource = { readonly comment: string; readonly body: string };

const functionPattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport function [\s\S]*?\n\}\n/g;

const exportedFunctions = (source: string): RuleSource[] =>
  [...source.matchAll(functionPattern)].map(([body, comment = '']) => ({
    comment: commentText(comment),
    body,
  }));

/** The comment is the exported function's first paragraph; a code that is a constant stands in the file as well. */
function wholeFile(source: string): RuleSource {
  const [, comment = ''] = [...source.matchAll(functionPattern)][0] ?? [];
  const [first = '', second = ''] = comment.split(/\n \*\n/);
  const text = commentText(first.trimEnd().endsWith(':') ? `${first}\n${second}` : first);
  return { comment: withoutNothing(text), body: source };
}

/** When a function returns nothing is for its callers. */
const withoutNothing = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .filter((sentence) => !sentence.startsWith('`null`') && !sentence.startsWith('May be asked'))
    .join(' ');

function verdictsOf(body: string): string {
  const isBoth = body.includes('findingAbove(') && /invalid: (?!Number\.POSITIVE_INFINITY)/.test(body);
  if (isBoth) return 'suspect or invalid';
  return body.includes("finding('invalid'") ? 'invalid' : 'suspect';
}

/** The constants of the files of limits, each with its comment. */
function allLimits(): readonly Limit[] {
  return [
    ...limitsIn('analysis/trust-limits.ts', trustLimits),
    ...limitsIn('analysis/steadiness/steadiness-limits.ts', steadinessLimits),
    ...limitsIn('analysis/cross-check/cross-check-limits.ts', crossCheckLimits),
  ];
}

const limitPattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const (\w+)(: Micros)? =/g;

function limitsIn(path: string, values: Readonly<Record<string, number>>): Limit[] {
  return [...coreFile(path).matchAll(limitPattern)].flatMap(([, comment = '', name = '', isTime]) => {
    const value = values[name];
    return value === undefined
      ? []
      : [{ name, value: valueText(name, value, isTime !== undefined), reason: commentText(comment) }];
  });
}

function valueText(name: string, value: number, isTime: boolean): string {
  if (isTime) return value >= 1_000_000 ? `${value / 1_000_000} s` : `${value / 1000} ms`;
  return /share|rate|drift|rise|gain|probability/i.test(name)
    ? `${Number((value * 100).toFixed(3))} %`
    : String(value);
}
