import type { Result, Target } from '@kneepoint/core';
import { type ImportIdentity, importedResult } from '../build/imported-result.ts';
import type { SourceDocument } from './document-block.ts';
import type { MappingProblems } from './mapping-problems.ts';
import type { Mapping } from './mapping-schema.ts';
import { parseMapping } from './parse-mapping.ts';
import { readDeployment } from './read-deployment.ts';
import { FactReader, readEnvironment } from './read-facts.ts';
import { readExcerpts, readQuotes } from './read-quotes.ts';
import { readTables } from './read-tables.ts';
import { stagesOfTables } from './stages-of-tables.ts';
import type { TableStatement } from './table-statement.ts';
import { targetOfTables } from './target-of-tables.ts';

/** A file's text with its name, without its folder. */
export type NamedText = { readonly name: string; readonly text: string };

/** A person's document and how to read it. */
export type TableImport = {
  readonly document: SourceDocument;
  readonly mapping: NamedText;
  /** In place of the mapping's own name; `null` for that. */
  readonly name: string | null;
};

/**
 * The result of a document's tables, every figure `declared`. Throws one usage error with every problem of the mapping,
 * those included that only show in the document: a heading, a row or a column that is not there, a cell that is no number
 * or in another unit, a claim that it does not make.
 */
export function importTables(
  { document, mapping: text, name }: TableImport,
  identity: ImportIdentity,
): Result {
  const { mapping, problems } = parseMapping(text.text, text.name);
  checkTargetNames(mapping, problems);
  const facts = new FactReader(document, problems);
  const environment = readEnvironment(facts, mapping);
  const statements = readTables(document, mapping.tables, problems);
  const targets = readTargets({ document, mapping, facts, problems }, statements);
  const quotes = readQuotes(document, mapping, problems);
  const { stages, notes } = stagesOfTables(statements, readExcerpts(document, mapping, problems));
  problems.throwIfAny();
  return importedResult(
    {
      name: name ?? mapping.name,
      texts: [document.text, text.text],
      source: {
        kind: 'imported',
        format: 'tables',
        tool: null,
        toolVersion: null,
        files: [document.name],
        ...quotes,
        notes: [...standingNotes, ...mappedNotes(mapping), ...facts.notes, ...notes],
      },
      environment,
      targets,
      stages,
    },
    identity,
  );
}

/** A mapping and what it is held against. */
type Reading = {
  readonly document: SourceDocument;
  readonly mapping: Mapping;
  readonly facts: FactReader;
  readonly problems: MappingProblems;
};

function readTargets(
  { document, mapping, facts, problems }: Reading,
  statements: readonly TableStatement[],
): Target[] {
  const model = facts.text(mapping.model, ['model']);
  return Object.entries(mapping.targets).map(([name, mapped]) => {
    const path = ['targets', name];
    checkUrl(document, mapped.url, { path: [...path, 'url'], problems });
    const version = facts.text(mapped.version, [...path, 'version']);
    const place = { path: [...path, 'deployment'], problems };
    const deployment = readDeployment(document, mapped.deployment, place);
    return targetOfTables({ name, mapped, model, version, deployment }, statements);
  });
}

const standingNotes = [
  'every figure stands as the document says it; over what time, over how many requests and after what warm-up it was measured is not known',
  'GB in the document are taken as 10^9 bytes each; it may mean GiB',
];

const mappedNotes = ({ tables }: Mapping): string[] =>
  tables.flatMap(({ heading, note }) => (note === undefined ? [] : [`${heading ?? 'the table'}: ${note}`]));

/** Targets are named in many places; each has to be one of `targets`. */
function checkTargetNames(mapping: Mapping, problems: MappingProblems): void {
  const known = Object.keys(mapping.targets);
  const check = (name: string | undefined, path: readonly (string | number)[]): void => {
    if (name !== undefined && !known.includes(name)) {
      problems.addMissing(path, 'the mapping has no target', { name, known });
    }
  };
  mapping.tables.forEach((table, index) => {
    for (const target of Object.keys(table.columns)) check(target, ['tables', index, 'columns', target]);
  });
  mapping.excerpts.forEach(({ target }, index) => {
    check(target, ['excerpts', index, 'target']);
  });
  mapping.commands.forEach(({ target }, index) => {
    check(target, ['commands', index, 'target']);
  });
  mapping.claims.forEach((claim, index) => {
    if ('winner' in claim) check(claim.winner, ['claims', index, 'winner']);
    else check(claim.target, ['claims', index, 'target']);
  });
}

function checkUrl(
  document: SourceDocument,
  url: string | undefined,
  { path, problems }: { readonly path: readonly (string | number)[]; readonly problems: MappingProblems },
): void {
  if (url !== undefined && !document.text.includes(url)) {
    problems.add(path, `${document.name} does not say "${url}"`);
  }
}
