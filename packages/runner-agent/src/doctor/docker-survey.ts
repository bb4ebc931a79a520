import { z } from 'zod';
import type { DockerSurvey } from './doctor-host.ts';

const infoSchema = z.object({
  ServerVersion: z.string().nullish(),
  Runtimes: z.record(z.string(), z.unknown()).nullish(),
  DiscoveredDevices: z.array(z.object({ ID: z.string() })).nullish(),
});

/** What the Engine's `/info` says of versions, runtimes and devices. */
export function dockerSurveyOf(answer: { readonly status: number; readonly body: unknown }): DockerSurvey {
  const parsed = infoSchema.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success)
    return { kind: 'unreachable', reason: `it answers ${answer.status} when it is asked what it is` };
  const { ServerVersion: version, Runtimes: runtimes, DiscoveredDevices: devices } = parsed.data;
  return {
    kind: 'reachable',
    version: version ?? null,
    runtimes: Object.keys(runtimes ?? {}),
    devices: (devices ?? []).map(({ ID: id }) => id.replace(/=.*$/, '')),
  };
}
