import type { ResultsStore, StoredRun } from '@kneepoint/results-store';
import type { AgentClient, JobRecord } from '@kneepoint/runner-agent/client';
import type { MessageLanguage } from '../../../words/message-language.ts';
import type { NamedAgent, TuiWorld } from '../../app/tui-world.ts';
import { lookOf } from '../../parts/look.ts';

/** The instant at which the tests' screens are drawn. */
export const testNow = Date.parse('2026-11-24T10:00:00.000Z');

/** A job's record, under way for four minutes and five seconds. */
export const jobRecord = (changes: Partial<JobRecord> = {}): JobRecord => ({
  version: 1,
  id: 'job-00000000000000000001',
  name: 'qwen3-8b-rtx5090',
  state: 'measuring',
  createdAt: '2026-11-24T09:55:00.000Z',
  startedAt: '2026-11-24T09:55:55.000Z',
  endedAt: null,
  keep: false,
  held: false,
  targets: [],
  stages: { total: 12, ended: 3 },
  interruptedIn: null,
  failure: null,
  exit: null,
  hasResult: true,
  ...changes,
});

/** A run of the history. */
export const storedRun = (changes: Partial<StoredRun> = {}): StoredRun => ({
  id: '20261124-090000-abcdef',
  name: 'quickstart',
  createdAt: '2026-11-24T09:00:00.000Z',
  targets: ['vllm', 'sglang'],
  stageCount: 6,
  verdict: 'valid',
  best: { outputTokensPerSecond: 3420.5, target: 'vllm', load: 'users(50)' },
  exitCode: 0,
  resultPath: '/results/result.json',
  ...changes,
});

/** An agent that answers with these jobs. */
export const answeringAgent = (
  url: string,
  jobs: readonly JobRecord[],
  more: Partial<AgentClient> = {},
): NamedAgent => ({
  url,
  client: async () =>
    ({
      version: async () => ({ version: '0.2.0', commit: null, node: 'v26' }),
      jobs: async () => jobs,
      ...more,
    }) as AgentClient,
});

/** A world of these agents and runs, without colour so that screens are compared as text. */
export function homeWorld(given: {
  readonly language?: MessageLanguage;
  readonly agents?: readonly NamedAgent[];
  readonly runs?: readonly StoredRun[];
  readonly homeDirectory?: string;
}): TuiWorld {
  const { language = 'en', agents = [], runs = [], homeDirectory = '/nowhere' } = given;
  const stream = { write: () => true };
  const environment = { NO_COLOR: '1', LANG: 'ko_KR.UTF-8' };
  return {
    context: { stdout: stream, stderr: stream, environment, homeDirectory, words: ['tui'], language },
    look: lookOf(language, environment),
    agents,
    now: () => testNow,
    history: async () => ({ list: () => [...runs] }) as unknown as ResultsStore,
    readResult: () => Promise.reject(new Error('no result in this test')),
  };
}
