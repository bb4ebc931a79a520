import { describeIssue } from '@kneepoint/core';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { MappingProblems } from './mapping-problems.ts';
import { type Mapping, mappingSchema } from './mapping-schema.ts';

type Path = readonly (string | number)[];

/** A mapping that fits its schema, and what collects the problems that only the document shows. */
export type ParsedMapping = { readonly mapping: Mapping; readonly problems: MappingProblems };

/** Parses a mapping in YAML; throws one usage error that lists every problem as `FILE:LINE: path: what is wrong`. */
export function parseMapping(text: string, sourceName: string): ParsedMapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = new MappingProblems(sourceName, (path) => lines.linePos(offsetOf(document, path)).line);
  for (const error of document.errors) problems.add([], error.message.trim());
  problems.throwIfAny();
  const value: unknown = document.toJS();
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return { mapping: parsed.data, problems };
  for (const issue of parsed.error.issues.flatMap((each) => describeIssue(each, mappingSchema, value))) {
    problems.add(
      issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
      issue.text,
    );
  }
  problems.throwIfAny();
  throw new Error('a mapping that does not fit its schema has a problem');
}

/** Where a path stands: its key, else the nearest thing around it. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const step = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
