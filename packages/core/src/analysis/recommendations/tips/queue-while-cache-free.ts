import { isWatchedLongEnough } from '../../levels/watched-long-enough.ts';
import { serverStages, type TipRule, tipFor } from './tip-rule.ts';

/** With more than half of the cache free it is not what requests wait for. */
const freeShare = 0.5;

/** Requests waited in the server although its KV cache had room: a limit on sequences holds them back. */
export const queueWhileCacheFree: TipRule = (result) =>
  result.targets.flatMap((target) => {
    const found = serverStages(result, target.name).flatMap(({ stage, server: { gauges } }) => {
      const { kvUse, waiting, running } = gauges;
      if (waiting.mean === null || running.max === null || kvUse.max === null) return [];
      if (!isWatchedLongEnough(stage)) return [];
      // One waiting request may be on its way in; the queue must be a good part of what runs.
      const isQueue = waiting.mean >= 1 && waiting.mean >= running.max * 0.2;
      return isQueue && kvUse.max < freeShare
        ? [{ stage, waiting: waiting.mean, running: running.max, kvUse: kvUse.max }]
        : [];
    });
    const worst = found.toSorted((one, other) => other.waiting - one.waiting)[0];
    if (worst === undefined) return [];
    return [
      tipFor('queue-while-cache-free', target, {
        stages: found.map(({ stage }) => stage),
        evidence: [
          { name: 'waiting', value: worst.waiting, unit: 'requests' },
          { name: 'running', value: worst.running, unit: 'requests' },
          { name: 'kvUse', value: worst.kvUse, unit: 'share' },
        ],
      }),
    ];
  });
