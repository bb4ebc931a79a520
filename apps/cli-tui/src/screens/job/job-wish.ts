import { type AgentClient, reasonOf } from '@kneepoint/runner-agent/client';
import type { JobWords } from '../../words/job-words.ts';
import { screenText } from '../parts/screen-text.ts';

/** What a person can ask of a job. */
export type JobWish = keyof JobWords['asked'];

/** Asks the agent; resolves with what to say of it. Never rejects. */
export async function askJob(
  wish: JobWish,
  { id, client }: { readonly id: string; client(): Promise<AgentClient> },
  words: JobWords,
): Promise<{ readonly text: string; readonly refused: boolean }> {
  try {
    await ask(wish, id, await client());
    return { text: words.asked[wish], refused: false };
  } catch (error) {
    return { text: words.refused(screenText(reasonOf(error))), refused: true };
  }
}

function ask(wish: JobWish, id: string, client: AgentClient): Promise<unknown> {
  switch (wish) {
    case 'cancel':
      return client.cancelJob(id, false);
    case 'cancel-now':
      return client.cancelJob(id, true);
    case 'hold':
      return client.holdJob(id);
    case 'release':
      return client.releaseJob(id);
    case 'skip':
      return client.skipStage(id);
  }
}
