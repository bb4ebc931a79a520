import { z } from 'zod';
import { factSchema } from '../environment/fact-schema.ts';

/** What a GPU is called and how much memory it has, in bytes: it does not change, so no sample carries it. */
export type GpuLabel = {
  readonly index: number;
  readonly name: string | null;
  readonly memoryTotal: number | null;
};

/** A GPU as a screen draws it: bytes, 0 to 1, watts, degrees Celsius; what it does not tell is `null`. */
export type GpuPanel = {
  readonly name: string;
  readonly memoryUsed: number | null;
  readonly memoryTotal: number | null;
  readonly utilization: number | null;
  readonly power: number | null;
  readonly temperature: number | null;
};

const figure = z.number().nullable().catch(null);
const deviceSchema = z.looseObject({
  index: z.number().int().nonnegative(),
  memoryUsedBytes: figure,
  utilizationPercent: figure,
  powerWatts: figure,
  temperatureCelsius: figure,
});
const sampleSchema = z.looseObject({
  gpus: z.array(z.looseObject({ devices: z.array(deviceSchema) })),
});
const environmentSchema = z.looseObject({
  gpus: factSchema(
    z.array(
      z.looseObject({
        index: z.number().int().nonnegative(),
        name: factSchema(z.string()),
        memoryBytes: factSchema(z.number()),
      }),
    ),
  ),
});

/**
 * The GPUs of a probe's sample, by their index. Empty where the sample holds no reading of them: a sample that came
 * between two readings, or a host without GPUs; what was drawn before still holds then.
 */
export function gpuPanelOf(sample: unknown, labels: readonly GpuLabel[] = []): readonly GpuPanel[] {
  const parsed = sampleSchema.safeParse(sample);
  const devices = parsed.success ? (parsed.data.gpus.at(-1)?.devices ?? []) : [];
  return devices
    .toSorted((left, right) => left.index - right.index)
    .map((device) => {
      const label = labels.find(({ index }) => index === device.index);
      return {
        name: label?.name ?? `GPU ${device.index}`,
        memoryUsed: device.memoryUsedBytes,
        memoryTotal: label?.memoryTotal ?? null,
        utilization: device.utilizationPercent === null ? null : device.utilizationPercent / 100,
        power: device.powerWatts,
        temperature: device.temperatureCelsius,
      };
    });
}

/** What the facts of a host say of its GPUs; empty where they were not read. */
export function gpuLabelsOf(environment: unknown): readonly GpuLabel[] {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) return [];
  return (parsed.data.gpus.value ?? []).map(({ index, name, memoryBytes }) => ({
    index,
    name: name.value,
    memoryTotal: memoryBytes.value,
  }));
}
