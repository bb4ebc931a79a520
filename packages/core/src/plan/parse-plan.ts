import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { usageError } from '../errors/kneepoint-error.ts';
import { describeIssue, type PlanProblem, pathText } from './describe-problem.ts';
import { type Plan, planSchema } from './plan-schema.ts';

/**
 * Parses and checks a plan in YAML (JSON is YAML too). `sourceName` is the file's name as it is to stand in messages.
 * Throws one usage error (exit code 2) that lists every problem, each as `FILE:LINE: path: what is wrong`.
 */
export function parsePlan(text: string, sourceName: string): Plan {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    text: error.message.trim(),
  }));
  if (syntax.length > 0) throw planError(sourceName, syntax);
  const value = plainValue(document, sourceName);
  const parsed = planSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => describeIssue(issue, planSchema, value));
  throw planError(sourceName, placeProblems(problems, document, lines));
}

/** An alias without its anchor, or aliases that multiply without bound, show only here. */
function plainValue(document: Document.Parsed, sourceName: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw planError(sourceName, [{ line: 1, text: error instanceof Error ? error.message : String(error) }]);
  }
}

type PlacedProblem = { readonly line: number; readonly text: string };

function placeProblems(
  problems: readonly PlanProblem[],
  document: Document.Parsed,
  lines: LineCounter,
): readonly PlacedProblem[] {
  return problems
    .map((problem) => {
      const place = problem.path.length === 0 ? 'the plan' : pathText(problem.path);
      return {
        line: lines.linePos(offsetOf(document, problem.path)).line,
        text: `${place}: ${problem.text}`,
      };
    })
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

function planError(sourceName: string, problems: readonly PlacedProblem[]): Error {
  const listed = problems.map((problem) => `${sourceName}:${problem.line}: ${problem.text}`);
  return usageError('plan-invalid', listed.join('\n'), 'correct the plan; nothing was measured');
}
