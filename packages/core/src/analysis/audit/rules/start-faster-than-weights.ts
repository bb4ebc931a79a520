import type { AuditRule } from '../audit-rule.ts';
import { weightBytesOf } from '../reading/target-limits.ts';

/** The start as stated in seconds, and the least that reading the weights takes at `bytesPerSecond`. */
export type StartFasterThanWeights = {
  readonly target: string;
  readonly seconds: number;
  readonly weightBytes: number;
  readonly leastSeconds: number;
  readonly bytesPerSecond: number;
};

/** The fastest single drive on PCI Express 5.0 x4: 15.75 GB/s on the wire. Generous: drives reach 14.8. */
export const generousDiskBytesPerSecond = 15.75e9;

/** A start that is shorter than reading the weights from the fastest disk. */
export const startFasterThanWeights: AuditRule<'start-faster-than-weights', StartFasterThanWeights> = {
  code: 'start-faster-than-weights',
  severity: 'warning',
  explanation:
    'A cold start reads the weights. A shorter one found them in memory, or was counted from a later moment; a start after a reboot takes longer.',
  reference: {
    basis: 'seconds at least = bytes of the weights / 15.75 GB/s, the rate of PCI Express 5.0 x4 (PCI-SIG)',
    addresses: [],
  },
  find: (result) =>
    result.targets.flatMap(({ name, initTime, simulated }) => {
      const [seconds, weightBytes] = [initTime.value, weightBytesOf(result, name)];
      if (simulated || seconds === null || weightBytes === null) return [];
      const leastSeconds = weightBytes / generousDiskBytesPerSecond;
      if (seconds >= leastSeconds) return [];
      return [
        {
          where: [{ kind: 'target', target: name }],
          evidence: {
            target: name,
            seconds,
            weightBytes,
            leastSeconds,
            bytesPerSecond: generousDiskBytesPerSecond,
          },
        },
      ];
    }),
};
