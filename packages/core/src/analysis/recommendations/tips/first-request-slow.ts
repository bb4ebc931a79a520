import { type TipRule, tipFor } from './tip-rule.ts';

/** Milliseconds that a first user notices ... */
const noticed = 5_000;
/** ... and the share of the start that makes it worth a word. */
const shareOfStart = 0.2;

/** The server said that it was healthy long before it gave a first token: the first request compiles, captures or loads. */
export const firstRequestSlow: TipRule = (result) =>
  result.targets.flatMap((target) => {
    const healthy = target.startup?.firstHealthyAnswer.value ?? null;
    const token = target.startup?.firstToken.value ?? null;
    if (healthy === null || token === null) return [];
    const wait = token - healthy;
    if (wait < noticed || wait < token * shareOfStart) return [];
    return [
      tipFor('first-request-slow', target, {
        evidence: [
          { name: 'healthy', value: healthy / 1000, unit: 's' },
          { name: 'firstToken', value: token / 1000, unit: 's' },
        ],
      }),
    ];
  });
