import type { KnownProblem, KnownProblemId } from '@kneepoint/runner-agent/knowledge';
import type { Trouble } from './trouble.ts';

/** Troubles that are an entry of the doctor's knowledge, whatever words they came in. */
const entries: Partial<Record<Trouble['kind'], KnownProblemId>> = {
  'connection-refused': 'server-unreachable',
  'no-answer': 'server-unreachable',
  'disk-full': 'disk-full',
  'port-in-use': 'port-in-use',
  'docker-missing': 'docker-unreachable',
  'image-missing': 'image-not-found',
  'gpu-runtime-missing': 'container-toolkit-missing',
  'gpu-memory': 'cuda-out-of-memory',
  'route-missing': 'dialect-refused',
  'start-too-slow': 'slow-start',
};

/** Of these the words are an agent's or a file's, and the entries are about inference servers. */
const foreign: ReadonlySet<Trouble['kind']> = new Set([
  'agent-unreachable',
  'agent-foreign',
  'agent-token',
  'policy-refuses',
  'plan-invalid',
  'file-missing',
  'file-forbidden',
  'output-exists',
]);

/** What is to be looked up: words of a server, a log or a program, and what they mean where that is known. */
export type Sighting = {
  readonly trouble: Trouble | null;
  readonly lines: readonly string[];
  readonly engine: 'vllm' | 'sglang' | 'other' | null;
};

/** The doctor's entry for what was seen: the best by its words, else the one of its kind; `null` where none matches. */
export async function knownProblemFor({ trouble, lines, engine }: Sighting): Promise<KnownProblem | null> {
  // Loaded only where something is wrong: the entries in three languages are large.
  const { knownProblemOf, matchProblems, noFacts } = await import('@kneepoint/runner-agent/knowledge');
  const logLines = lines.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  if (trouble !== null && foreign.has(trouble.kind)) return null;
  const [best] = matchProblems({ ...noFacts, logLines, engine });
  if (best !== undefined) return best.problem;
  const id = trouble === null ? undefined : entries[trouble.kind];
  return id === undefined ? null : knownProblemOf(id);
}
