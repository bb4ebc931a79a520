import type { SampleSpread } from '@kneepoint/core';
import type { ProbeRecord } from './probe-record.ts';
import type { ProbeSpan } from './sample-points.ts';
import { spreadOf } from './sample-spread.ts';

/** Share of the serving host's cores in use during a span (0 to 1), by everybody; sampled once a second. */
export function describeHostCpu(record: ProbeRecord, span: ProbeSpan): SampleSpread {
  const points = record.host.map(({ at, cpuShare }) => ({ at, value: cpuShare }));
  return spreadOf(points, span, 'share');
}

/** Cores that a target's processes kept busy during a span. */
export function describeServerCpu(record: ProbeRecord, target: string, span: ProbeSpan): SampleSpread {
  const samples = record.subject(target);
  const points = samples.map(({ at, cores }) => ({ at, value: cores }));
  return spreadOf(
    points,
    span,
    'cores',
    samples.length === 0 ? "the server's processes were not watched" : null,
  );
}
