import { auditCodes, auditRules, parityCodes } from '@kneepoint/core';
import { engineArguments } from '../../../packages/core/src/analysis/audit/data/engine-arguments.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';
import { commentText, coreFile } from './source-comments.ts';

/** A rule of the audit as its source tells it. */
export type AuditRuleRow = {
  readonly code: string;
  readonly severity: string;
  /** What it finds: the comment of its file. */
  readonly finds: string;
  readonly explanation: string;
  readonly reference: string;
};

/** Every rule in the order of its findings. */
export function auditRuleRows(): readonly AuditRuleRow[] {
  return auditCodes.map((name) => {
    const { severity, explanation, reference } = auditRules[name];
    const { basis, addresses } = reference;
    return {
      code: name,
      severity,
      finds: findsOf(name),
      explanation,
      reference: [basis, ...addresses.map((address) => `<${address}>`)].join(' '),
    };
  });
}

/** Every rule of `kneepoint audit FILE` with what it finds, why it matters and what it stands on. */
export function auditPage(): DocumentPage {
  return markdownPage(
    'reference/audit.md',
    { title: 'Audit', description: 'Every rule that a result is held against, with its reason and source.' },
    [
      generatedNote,
      "`kneepoint audit FILE` holds a result against itself, physics, statistics and a fair comparison: a result of Kneepoint, another tool's, or the tables of a document ([commands](./commands.md#audit)). What a rule needs and the result does not tell is passed over, never guessed.",
      'An `error` makes a statement false, a `warning` makes one doubtful, a `note` should be known. The severity here is the usual one; a finding may weigh less, such as missing repeats where nothing is compared.',
      '## Rules',
      markdownTable(
        ['code', 'severity', 'what it finds', 'why it matters', 'what it stands on'],
        auditRuleRows().map((row) => [
          code(row.code),
          row.severity,
          row.finds,
          row.explanation,
          row.reference,
        ]),
      ),
      '## Parity',
      `Differences between targets that could favour one side: ${parityCodes.map(code).join(', ')}. They stand in \`analysis.parity\` of every result, too.`,
      '## Arguments of engines',
      'Arguments that an engine no longer takes, or calls deprecated. A command of an older version of the engine is right to use them.',
      markdownTable(
        ['engine', 'argument', 'state', 'seen in', 'today', 'source'],
        engineArguments.map(({ engine, argument, state, since, replacement, source }) => [
          engine,
          code(argument),
          state,
          since,
          code(replacement ?? ''),
          `<${source}>`,
        ]),
      ),
    ],
  );
}

const rulePattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: AuditRule</;

/** Throws where a rule's file has no comment before the rule. */
function findsOf(name: string): string {
  const [, comment] = rulePattern.exec(coreFile(`analysis/audit/rules/${name}.ts`)) ?? [];
  if (comment === undefined) throw new Error(`the rule ${name} has no comment`);
  return commentText(comment);
}
