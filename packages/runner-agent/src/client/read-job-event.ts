import type { EndedStage, LiveProgress, StageFigures } from '@kneepoint/core';
import { z } from 'zod';
import type { JobEvent } from '../events/job-event.ts';

const eventSchema = z.looseObject({ kind: z.string(), id: z.number().optional() });

const notTold: StageFigures = {
  outputThroughput: null,
  requestThroughput: null,
  errorRate: null,
  ttftP50: null,
  ttftP95: null,
  ttftP99: null,
  tokenGapP50: null,
  tokenGapP99: null,
};
const noReasons: EndedStage['reasons'] = [];
const noLatencies: Omit<LiveProgress, 'fields'> = {
  phase: 'measuring',
  latencies: { ttft: [], tokenGap: [], startLag: [] },
  errors: {},
  dropped: 0,
  late: 0,
  clientCpu: null,
};

/**
 * An event as it came, JSON. Agents before this one, and the files that they wrote, told less of a stage that ended, of
 * its progress and of the probes: what they did not tell is unknown. Throws where it is no event at all.
 */
export function readJobEvent(json: string): JobEvent {
  const event = eventSchema.parse(JSON.parse(json));
  return completed(event) as unknown as JobEvent;
}

type Loose = z.infer<typeof eventSchema>;

function completed(event: Loose): Loose {
  switch (event.kind) {
    case 'stage-ended': {
      const stage: unknown = event['stage'];
      return isObject(stage)
        ? { ...event, stage: { reasons: noReasons, figures: notTold, ...stage } }
        : event;
    }
    case 'progress':
      return { ...noLatencies, ...event };
    case 'probe':
      return { gpus: [], ...event };
    default:
      return event;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
