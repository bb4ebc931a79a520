import { checkCondition } from './check-condition.ts';
import { embeddedProblems } from './embedded-problems.ts';
import type { KnownProblem } from './known-problem.ts';
import type { ProblemFacts } from './problem-facts.ts';

/** A line of the log that shows a problem; `index` counts from 0 in the lines that were given. */
export type MatchedLine = { readonly index: number; readonly text: string };

/** A known problem that was recognised, with what it was recognised by. */
export type ProblemMatch = {
  readonly problem: KnownProblem;
  /** The first lines that show it, at most five. */
  readonly lines: readonly MatchedLine[];
  /** Facts that announce it, in words: `driver 555.42.02 (<570)`. */
  readonly signs: readonly string[];
};

const mostLines = 5;
/** A line of a log can be ten thousand characters of settings; what failed stands at its start. */
const longestLine = 2000;
// Colours that a log may hold would stand between the words of a pattern.
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,20}m`, 'g');

/**
 * Known problems that the log shows or the facts announce, best first: what both log and facts say, then the log, then the
 * facts; within these the one that names its cause most closely, then the one that came first in the log.
 */
export function matchProblems(
  facts: ProblemFacts,
  problems: readonly KnownProblem[] = embeddedProblems,
): readonly ProblemMatch[] {
  const lines = facts.logLines.map((line) => line.slice(0, longestLine).replace(colours, ''));
  return problems
    .filter((problem) => isPossible(problem, facts))
    .map((problem) => ({
      problem,
      lines: matchedLines(problem, lines),
      signs: announcedBy(problem, facts),
    }))
    .filter((match) => match.lines.length > 0 || match.signs.length > 0)
    .sort(bestFirst);
}

function isPossible({ engines, only }: KnownProblem, facts: ProblemFacts): boolean {
  const { engine } = facts;
  if (engines.length > 0 && (engine === 'vllm' || engine === 'sglang') && !engines.includes(engine))
    return false;
  return only === undefined || checkCondition(only, facts).kind !== 'refuted';
}

function matchedLines({ log }: KnownProblem, lines: readonly string[]): readonly MatchedLine[] {
  const patterns = log.map((pattern) => new RegExp(pattern));
  const matched: MatchedLine[] = [];
  for (const [index, text] of lines.entries()) {
    if (matched.length === mostLines) break;
    if (patterns.some((pattern) => pattern.test(text))) matched.push({ index, text });
  }
  return matched;
}

function announcedBy({ signs }: KnownProblem, facts: ProblemFacts): readonly string[] {
  for (const sign of signs) {
    const outcome = checkCondition(sign, facts);
    if (outcome.kind === 'met') return outcome.signs;
  }
  return [];
}

function bestFirst(left: ProblemMatch, right: ProblemMatch): number {
  return (
    evidence(right) - evidence(left) ||
    right.problem.specificity - left.problem.specificity ||
    (left.lines[0]?.index ?? 0) - (right.lines[0]?.index ?? 0) ||
    (left.problem.id < right.problem.id ? -1 : 1)
  );
}

const evidence = ({ lines, signs }: ProblemMatch): number =>
  (lines.length > 0 ? 2 : 0) + (signs.length > 0 ? 1 : 0);
