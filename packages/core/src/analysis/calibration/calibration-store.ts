import { z } from 'zod';

/** What a ceiling belongs to: another host, processor, number of cores or Node.js line has another one. */
export type CalibratedHost = {
  readonly host: string;
  readonly cpuModel: string;
  readonly cores: number;
  readonly nodeMajor: number;
};

const addedMicros = z.number().nullable();

/** What the client added at a level that was carried, in microseconds; `null` where it is not known. */
const addedErrorsSchema = z.strictObject({
  eventsPerSecond: z.number().positive(),
  /** Of the ceiling, 0 to 1. */
  share: z.number().positive(),
  ttftMean: addedMicros,
  gapP50: addedMicros,
  gapP99: addedMicros,
  e2eMean: addedMicros,
});

const calibrationSchema = z.strictObject({
  host: z.string(),
  cpuModel: z.string(),
  cores: z.number().int().positive(),
  nodeMajor: z.number().int().positive(),
  /** Events per second over all workers. */
  ceilingEventsPerSecond: z.number().positive(),
  /** Whether a higher level was measured and failed. */
  bounded: z.boolean(),
  /** Four-token answers without pacing, per second; `null` where they could not be measured. */
  requestsPerSecond: z.number().positive().nullable(),
  workers: z.number().int().positive(),
  /** From the lightest load up to the ceiling. */
  levels: z.array(addedErrorsSchema),
  calibratedAt: z.string(),
});
/** The ceiling of one host. */
export type HostCalibration = z.infer<typeof calibrationSchema>;

const fileSchema = z.strictObject({
  schema: z.literal('kneepoint.calibration/1'),
  hosts: z.array(calibrationSchema),
});

/** The calibrations in the text of a file; `null` where it is no such file. */
export function parseCalibrations(text: string): readonly HostCalibration[] | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.hosts : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The text of a file with these calibrations. */
export function calibrationsText(hosts: readonly HostCalibration[]): string {
  return `${JSON.stringify({ schema: 'kneepoint.calibration/1', hosts }, null, 2)}\n`;
}

/** The calibration of a host; `null` where it has none. */
export function calibrationOf(
  hosts: readonly HostCalibration[],
  wanted: CalibratedHost,
): HostCalibration | null {
  return hosts.find((entry) => isSameHost(entry, wanted)) ?? null;
}

/** The list with a host's calibration in the place of its earlier one. */
export function withCalibration(
  hosts: readonly HostCalibration[],
  calibration: HostCalibration,
): readonly HostCalibration[] {
  return [...hosts.filter((entry) => !isSameHost(entry, calibration)), calibration];
}

const isSameHost = (left: CalibratedHost, right: CalibratedHost): boolean =>
  left.host === right.host &&
  left.cpuModel === right.cpuModel &&
  left.cores === right.cores &&
  left.nodeMajor === right.nodeMajor;
