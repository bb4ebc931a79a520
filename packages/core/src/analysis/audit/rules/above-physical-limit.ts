import { physicalLimitsOf } from '../../physical-limit/physical-limits-of.ts';
import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** Tokens per second as measured, and as the hardware allows at most. */
export type AbovePhysicalLimit = {
  readonly target: string;
  readonly phase: 'decode' | 'prefill';
  readonly users: number;
  readonly measured: number;
  readonly limit: number;
  readonly boundBy: 'bandwidth' | 'compute';
};

/** Clocks run a little above their rating, and a limit is rounded. */
export const mostShareOfLimit = 1.03;

/** A speed that the memory's bandwidth or the arithmetic units do not allow. */
export const abovePhysicalLimit: AuditRule<'above-physical-limit', AbovePhysicalLimit> = {
  code: 'above-physical-limit',
  severity: 'error',
  explanation:
    'No software is faster than its hardware. The tokens were counted wrong, answers came from a cache, several tokens came per step, or model, type or GPU are others than stated.',
  reference: {
    basis:
      'least time of a step = max(bytes read / bandwidth, FLOPs / peak); S. Williams et al., Roofline, CACM 52, 2009',
    addresses: [],
  },
  find: (result) =>
    physicalLimitsOf(result).flatMap(({ target, phase, users, measured, limit, boundBy, suite }) => {
      if (measured === null || limit === null || boundBy === null) return [];
      if (measured <= limit * mostShareOfLimit) return [];
      const stages = result.stages.filter(
        (stage) =>
          stage.target === target &&
          stage.suite === suite &&
          (stage.load.loop === 'open' || stage.load.users === users),
      );
      return [
        {
          where: distinctPlaces(stages.map(placeOf)),
          evidence: { target, phase, users, measured, limit, boundBy },
        },
      ];
    }),
};
