import { readFileSync } from 'node:fs';
import { metricMeanings } from '../../../packages/core/src/plan/thresholds/threshold-meanings.ts';
import { type JsonSchema, jsonSchema, type SchemaObject, schemaObjects } from './json-schema.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';
import { resultWords } from './result-words.ts';
import { type CommentedProperty, commentedProperties, commentOf } from './source-comments.ts';

const schemaFile = new URL('../../../packages/core/src/result/kneepoint.result.schema.json', import.meta.url);

/** A property of the result as the page shows it. */
export type ResultRow = {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly description: string;
};

/** The objects of the result file, each with a row for each property. */
export function resultRows(): readonly { readonly path: string; readonly rows: readonly ResultRow[] }[] {
  const comments = [
    ...commentedProperties('result/*.ts'),
    ...commentedProperties('plan/thresholds/threshold-outcome.ts'),
  ];
  return schemaObjects(resultSchema()).map((object) => ({
    path: object.path,
    rows: object.properties.map((property) => ({
      path: object.path,
      name: property.name,
      type: property.type,
      ...wordsOf(object, property.name, comments),
    })),
  }));
}

/** The JSON Schema as it is committed. */
export const resultSchema = (): JsonSchema => jsonSchema.parse(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** Every property of the result file with its type, unit and meaning. */
export function resultPage(): DocumentPage {
  return markdownPage(
    'reference/result-schema.md',
    { title: 'The result file', description: 'Every property of a result, with its unit and meaning.' },
    [
      generatedNote,
      'A result is one JSON file. Reports, the history and thresholds read it and nothing else. Its JSON Schema lies in the repository at `packages/core/src/result/kneepoint.result.schema.json`.',
      'Times are whole microseconds. Unknown is `null` with a reason beside it, never zero. An object that stands in several places is described where it comes first.',
      ...resultRows().flatMap(({ path, rows }) => [
        `## ${path === '' ? 'The file' : path}`,
        markdownTable(
          ['property', 'type', 'unit', 'meaning'],
          rows.map(({ name, type, unit, description }) => [code(name), type, unit, description]),
        ),
      ]),
    ],
  );
}

/** The page's own words, else the schema's comment, else what a threshold on the metric says of it. */
function wordsOf(
  { path, properties }: SchemaObject,
  name: string,
  comments: readonly CommentedProperty[],
): { readonly unit: string; readonly description: string } {
  const names = properties.map((property) => property.name);
  const written = writtenWords(path, name);
  const [, unit = '', text = ''] = /^(?:(.*?) \| )?(.*)$/s.exec(written ?? '') ?? [];
  if (written !== undefined) return { unit, description: text };
  const comment = commentOf(comments, name, names);
  return { unit: '', description: comment ?? (names.includes('ttft') ? (metricMeanings[name] ?? '') : '') };
}

/** The alternatives of one object share their words; so do the server's view of the stage and of the window. */
function writtenWords(path: string, name: string): string | undefined {
  const shared = path.replace(/ \(.*\)$/, '').replace('.server.window', '.server');
  return resultWords[path]?.[name] ?? resultWords[shared]?.[name];
}
