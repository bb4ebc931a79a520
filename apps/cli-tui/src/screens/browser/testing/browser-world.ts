import type { Result } from '@kneepoint/core';
import { oneTargetResult } from '@kneepoint/report/testing';
import { openResultsStore, type ResultsStore } from '@kneepoint/results-store';
import type { MessageLanguage } from '../../../words/message-language.ts';
import type { TuiWorld } from '../../app/tui-world.ts';
import { lookOf } from '../../parts/look.ts';

/** The instant at which the tests look. */
export const lookedAt = Date.parse('2026-11-24T12:00:00.000Z');

/** A stored run: the hours say how old it is. */
export type StoredSample = {
  readonly id: string;
  readonly name: string;
  readonly hours?: number;
  readonly target?: string;
};

/** A real history in memory with these runs. */
export function historyOf(samples: readonly StoredSample[]): ResultsStore {
  const store = openResultsStore(':memory:');
  for (const sample of samples) store.save(resultOf(sample), `/results/${sample.id}.json`);
  return store;
}

function resultOf({ id, name, hours = 1, target }: StoredSample): Result {
  const result = oneTargetResult();
  const targets = result.targets.map((one) => ({ ...one, name: target ?? one.name }));
  const createdAt = new Date(lookedAt - hours * 3_600_000).toISOString();
  return { ...result, id, name, createdAt, targets };
}

/** A world whose history is this one. */
export function browserWorld(
  history: () => Promise<ResultsStore>,
  language: MessageLanguage = 'en',
): TuiWorld {
  const environment = { LANG: 'en_US.UTF-8', NO_COLOR: '1' };
  const output = { write: () => true };
  return {
    context: {
      stdout: output,
      stderr: output,
      environment,
      homeDirectory: '/home/user',
      words: [],
      language,
    },
    look: lookOf(language, environment),
    agents: [],
    now: () => lookedAt,
    history,
    readResult: () => Promise.reject(new Error('no result is read here')),
  };
}
