import type { GpuDeviceReading, GpuReader, GpuReading } from '../../gpu/gpu-reader.ts';

/** A GPU whose figures are given; all others are not told. */
export const deviceReading = (told: Partial<GpuDeviceReading> = {}): GpuDeviceReading => ({
  index: 0,
  memoryUsedBytes: null,
  utilizationPercent: null,
  memoryUtilizationPercent: null,
  powerWatts: null,
  energyJoules: null,
  temperatureCelsius: null,
  smClockMegahertz: null,
  memoryClockMegahertz: null,
  throttle: null,
  processes: null,
  ...told,
});

/** A reader that gives prepared readings, one list for each call; none when they are used up. */
export function preparedGpu(turns: readonly (readonly GpuReading[])[]): GpuReader {
  let turn = 0;
  return {
    source: 'nvml',
    facts: async () => [],
    read: () => turns[turn++] ?? [],
    problem: () => (turn > turns.length ? 'no GPU answers any more' : null),
    close: () => undefined,
  };
}
