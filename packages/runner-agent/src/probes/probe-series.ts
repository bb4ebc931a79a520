import type { RecordedSeries, SeriesSubject } from '@kneepoint/core';
import type { GpuSample, ProbeSample } from './probe-sample.ts';
import { SampleSeries } from './sample-series.ts';

const deviceQuantities = [
  ['memoryUsed', 'memoryUsedBytes', 'bytes'],
  ['utilization', 'utilizationPercent', '%'],
  ['power', 'powerWatts', 'W'],
  ['temperature', 'temperatureCelsius', '°C'],
  ['smClock', 'smClockMegahertz', 'MHz'],
] as const;

type Kept = { readonly subject: SeriesSubject; readonly unit: string; readonly series: SampleSeries };

/** The run's samples as lines for a chart: memory over time above all. As many as there are things to sample, each bounded. */
export class ProbeSeries {
  readonly #stepMicros: number;
  readonly #kept = new Map<string, Kept>();

  constructor(rateHz: number) {
    this.#stepMicros = 1e6 / rateHz;
  }

  add({ at, gpus, host, subjects }: ProbeSample): void {
    for (const gpu of gpus) this.#addGpu(gpu);
    for (const { cores, name: target, residentBytes } of subjects) {
      this.#add({ kind: 'server', target, quantity: 'residentMemory' }, 'bytes', at, residentBytes);
      this.#add({ kind: 'server', target, quantity: 'busyCores' }, 'cores', at, cores);
    }
    if (host === null) return;
    this.#add({ kind: 'host', quantity: 'cpuShare' }, 'share', at, host.cpuShare);
    this.#add({ kind: 'host', quantity: 'availableMemory' }, 'bytes', at, host.availableBytes);
  }

  /** What was sampled at all; a quantity that was never told has no series. */
  recorded(): RecordedSeries[] {
    return [...this.#kept.values()].map(({ series, subject, unit }) => ({
      subject,
      unit,
      step: series.stepMicros,
      points: series
        .points()
        .map(({ max, mean, min, samples, start }) => ({ start, mean, min, max, samples })),
    }));
  }

  #addGpu({ at, devices }: GpuSample): void {
    for (const device of devices) {
      const { index } = device;
      for (const [quantity, field, unit] of deviceQuantities) {
        this.#add({ kind: 'device', index, quantity }, unit, at, device[field]);
      }
      for (const [target, bytes] of Object.entries(device.servers)) {
        this.#add({ kind: 'server-on-device', index, target, quantity: 'memoryUsed' }, 'bytes', at, bytes);
      }
    }
  }

  #add(subject: SeriesSubject, unit: string, at: number, value: number | null): void {
    if (value === null) return;
    const name = JSON.stringify(subject);
    const kept = this.#kept.get(name) ?? { subject, unit, series: new SampleSeries(this.#stepMicros) };
    this.#kept.set(name, kept);
    kept.series.add(at, value);
  }
}
