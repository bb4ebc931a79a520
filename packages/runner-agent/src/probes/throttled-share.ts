import { type GpuView, type Throttled, type ThrottleReason, throttleReasonNames } from '@kneepoint/core';

/** Share of the samples in which a GPU's clocks were held down, in all and by reason; samples that do not tell are left out. */
export function throttledShare(samples: readonly (readonly ThrottleReason[] | null)[]): Throttled {
  const told = samples.flatMap((reasons) => (reasons === null ? [] : [reasons]));
  if (told.length === 0) {
    const reason = samples.length === 0 ? 'no sample lies in this span' : 'the GPU does not tell';
    return { share: null, samples: 0, byReason: {}, reason };
  }
  const shareWith = (test: (reasons: readonly ThrottleReason[]) => boolean): number =>
    told.filter(test).length / told.length;
  const byReason: Partial<Record<ThrottleReason, number>> = {};
  for (const name of throttleReasonNames) {
    const share = shareWith((reasons) => reasons.includes(name));
    if (share > 0) byReason[name] = share;
  }
  return { share: shareWith((reasons) => reasons.length > 0), samples: told.length, byReason, reason: null };
}

/**
 * That a GPU was held down during a stage. `warning`: by heat, a slowdown by the hardware or a power brake, so that the
 * stage shows the cooling or the supply and not the server; `note`: by its power cap alone, as is usual at full load.
 */
export type ThrottleFinding = {
  readonly code: 'gpu-throttled';
  readonly severity: 'warning' | 'note';
  readonly device: number;
  readonly name: string | null;
  readonly share: number;
  readonly byReason: Throttled['byReason'];
};

/** One finding for each GPU that was held down in any sample. */
export function throttleFindings(view: GpuView): ThrottleFinding[] {
  return view.devices.flatMap(({ index, name, throttled: { byReason, share } }) => {
    if (share === null || share === 0) return [];
    const severity = Object.keys(byReason).some((reason) => reason !== 'power-cap') ? 'warning' : 'note';
    return [{ code: 'gpu-throttled', severity, device: index, name, share, byReason }] as const;
  });
}
