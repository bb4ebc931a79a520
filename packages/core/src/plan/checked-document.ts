import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssue, type PlanProblem, pathText } from './describe-problem.ts';

/** One thing that is wrong in a file, with its line. */
export type PlacedProblem = { readonly line: number; readonly text: string };

/** A file that was read: its value, or everything that is wrong with it; and where each of its keys stands. */
export type CheckedDocument<Value> = (
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }
) & { readonly lineOf: (path: readonly PropertyKey[]) => number };

/**
 * Reads YAML (JSON is YAML too) against a schema. All problems come at once, in the order of their lines; `subject` names
 * the whole in those that belong to no key, such as `the plan`.
 */
export function checkDocument<Value>(
  text: string,
  schema: z.ZodType<Value>,
  subject: string,
): CheckedDocument<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]): number => lines.linePos(offsetOf(document, path)).line;
  const syntax = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    text: error.message.trim(),
  }));
  if (syntax.length > 0) return { ok: false, problems: syntax, lineOf };
  const plain = plainValue(document);
  if (!plain.ok) return { ok: false, problems: [{ line: 1, text: plain.problem }], lineOf };
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { ok: true, value: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue) => describeIssue(issue, schema, plain.value));
  return { ok: false, problems: placed(problems, lineOf, subject), lineOf };
}

type PlainValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** An alias without its anchor, or aliases that multiply without bound, show only here. */
function plainValue(document: Document.Parsed): PlainValue {
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function placed(
  problems: readonly PlanProblem[],
  lineOf: (path: readonly PropertyKey[]) => number,
  subject: string,
): readonly PlacedProblem[] {
  return problems
    .map(({ path, text }) => ({
      line: lineOf(path),
      text: `${path.length === 0 ? subject : pathText(path)}: ${text}`,
    }))
    .sort((left, right) => left.line - right.line);
}

/** Where a path stands in the text: its key, else its value, else the nearest thing around it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(document, path.slice(0, length - 1));
    const step = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && isKey(item.key.value, step));
      if (isNode(pair?.key)) return startOf(pair.key);
    }
    const node = nodeAt(document, path.slice(0, length));
    if (node !== null) return startOf(node);
  }
  return document.contents === null ? 0 : startOf(document.contents);
}

/** A key may be written as a number, such as a port; in the plan's value it is a text. */
function isKey(written: unknown, step: PropertyKey | undefined): boolean {
  return written === step || (typeof written === 'number' && String(written) === step);
}

function nodeAt(document: Document.Parsed, path: readonly PropertyKey[]): Node | null {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : null;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
