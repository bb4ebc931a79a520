export { embeddedProblems, type KnownProblemId } from './embedded-problems.ts';
export { foundProblem } from './found-problem.ts';
export {
  type KnownEngine,
  type KnownProblem,
  knownProblemSchema,
  type ProblemText,
} from './known-problem.ts';
export { knownProblemOf } from './known-problem-of.ts';
export { knownProblemsOf } from './known-problems-of.ts';
export { type MatchedLine, matchProblems, type ProblemMatch } from './match-problems.ts';
export { type GpuTraits, noFacts, type ProblemFacts } from './problem-facts.ts';
