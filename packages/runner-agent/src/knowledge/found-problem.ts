import type { FoundProblem } from '@kneepoint/core';
import type { KnownProblem, ProblemText } from './known-problem.ts';
import type { ProblemMatch } from './match-problems.ts';

/** A recognised problem as a result holds it: with its words, so that a reader needs no other version of them. */
export function foundProblem({ problem, lines, signs }: ProblemMatch): FoundProblem {
  return {
    ...problemInResult(problem),
    lines: lines.map((line) => line.text),
    signs: [...signs],
  };
}

/** A problem as a result holds it, without evidence. */
export const problemInResult = ({ id, weight, text, commands, sources }: KnownProblem): FoundProblem => ({
  id,
  weight,
  lines: [],
  signs: [],
  text: {
    en: wordsOf(text.en),
    ko: wordsOf(text.ko),
    zh: wordsOf(text.zh),
  },
  commands: [...commands],
  sources: [...sources],
});

const wordsOf = ({ title, cause, fix }: ProblemText): { title: string; cause: string; fix: string } => ({
  title,
  cause,
  fix,
});
