import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';

/** Stages of all targets by suite, load and language: what is compared. Failed ones are left out. */
export function sameLevelGroups({ stages }: Result): Stage[][] {
  const groups = new Map<string, Stage[]>();
  for (const stage of stages) {
    if (stage.status === 'failed') continue;
    const key = JSON.stringify([stage.suite, stage.load, stage.language]);
    groups.set(key, [...(groups.get(key) ?? []), stage]);
  }
  return [...groups.values()];
}
