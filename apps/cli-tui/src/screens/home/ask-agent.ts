import { KneepointError } from '@kneepoint/core';
import { reasonOf } from '@kneepoint/runner-agent/client';
import type { NamedAgent } from '../app/tui-world.ts';
import { screenText } from '../parts/screen-text.ts';
import { type HomeAgent, homeJob } from './home-agent.ts';
import { noOwnAgent } from './own-agent.ts';

/** How an agent is asked. */
export type AskOptions = {
  /** Nobody wants the answer any more. */
  readonly signal: AbortSignal;
  readonly patienceSeconds: number;
  /** Why there is no answer, where the time is over. */
  noAnswer(seconds: number): string;
};

/** More jobs than a screen has lines are of no use. */
const newestJobs = 100;

/** Asks an agent how it is and what it does. Never rejects: why there is no answer is an answer. */
export async function askAgent(
  agent: NamedAgent,
  before: HomeAgent,
  options: AskOptions,
): Promise<HomeAgent> {
  const { url } = agent;
  const deadline = AbortSignal.timeout(options.patienceSeconds * 1000);
  const signal = AbortSignal.any([options.signal, deadline]);
  try {
    const client = await agent.client();
    const [{ version }, jobs] = await Promise.all([
      client.version(signal),
      client.jobs({ newest: newestJobs, signal }),
    ]);
    return { url, health: { kind: 'answers', version: screenText(version) }, jobs: jobs.map(homeJob) };
  } catch (error) {
    if (error instanceof KneepointError && error.code === noOwnAgent)
      return { url, health: { kind: 'absent' }, jobs: [] };
    const reason = deadline.aborted ? options.noAnswer(options.patienceSeconds) : reasonOf(error);
    return { ...before, health: { kind: 'silent', reason: screenText(reason) } };
  }
}
