import { type Block, type Cell, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A fact with its name; `null` where it is unknown, and then why, as far as the result says. */
export type Fact = { readonly item: string; readonly value: string | null; readonly reason?: string | null };

/** A table of what is known; what is not is named once, below it. */
export function factTable(context: ReportContext, written: readonly Fact[]): Block[] {
  const { columns } = context.catalogue;
  const facts = written.map((fact) => ({ ...fact, value: fact.value ?? differingValues(context, fact) }));
  const known = facts.filter(({ value }) => value !== null);
  const notes = unknownFactNotes(context, facts);
  if (known.length === 0) return notes.map((text) => ({ kind: 'paragraph', text, tone: 'muted' }));
  const rows = known.map(({ item, value }): Cell[] => [cell(item), cell(value ?? '')]);
  return [{ kind: 'table', columns: [left(columns.item), left(columns.value)], rows, notes }];
}

/** What results that were put together do not agree on is known all the same. */
function differingValues({ catalogue }: ReportContext, { reason }: Fact): string | null {
  const values = /^the results differ: (.+)$/.exec(reason ?? '')?.[1];
  if (values === undefined) return null;
  return catalogue.facts.differing(
    values.split(' / ').map((value) => (value === '?' ? catalogue.words.unknown : value)),
  );
}

function unknownFactNotes({ result, catalogue }: ReportContext, facts: readonly Fact[]): string[] {
  const unknown = facts.filter(({ value }) => value === null);
  if (unknown.length === 0) return [];
  if (result.source.kind === 'imported') return [catalogue.facts.notGiven(unknown.map(({ item }) => item))];
  const byReason = Map.groupBy(unknown, ({ reason }) => reason ?? '');
  return [...byReason].map(([reason, own]) =>
    catalogue.facts.unknownFacts(
      own.map(({ item }) => item),
      catalogue.reason(reason),
    ),
  );
}

/** One text for all where they agree, else each with its name; `null` where none is known. */
export function agreedText(
  values: readonly { readonly name: string; readonly value: string | null }[],
  { levels, words }: Pick<ReportContext['catalogue'], 'levels' | 'words'>,
): string | null {
  const known = values.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const distinct = [...new Set(known.map(({ value }) => value))];
  if (distinct.length <= 1 && known.length === values.length) return distinct[0] ?? null;
  return known.length === 0 ? null : words.join(known.map(({ name, value }) => levels.named(name, value)));
}
