import type { GpuDevice, GpuView } from '@kneepoint/core';
import type { ProbeRecord } from './probe-record.ts';
import type { DeviceSample, GpuSample } from './probe-sample.ts';
import { gapsOf } from './sample-gaps.ts';
import { isInside, type ProbeSpan, type SamplePoint } from './sample-points.ts';
import { spreadOf } from './sample-spread.ts';
import { energyOfSpan, energyPerToken } from './span-energy.ts';
import { throttledShare } from './throttled-share.ts';

/** What the GPUs did in a span, with the energy per output token of the same span: `stage.gpu` of a result. */
export function describeGpus(record: ProbeRecord, span: ProbeSpan, outputTokens: number | null): GpuView {
  const { gpuNames, gpuSource, rateHz } = record.origin;
  const samples = record.gpus.filter((sample) => isInside(sample, span));
  const periodMicros = 1e6 / rateHz;
  const indexes = new Set(samples.flatMap(({ devices }) => devices.map(({ index }) => index)));
  const devices = [...indexes]
    .sort((first, second) => first - second)
    .map((index) => describeDevice(samples, index, gpuNames[index] ?? null, { span, periodMicros }));
  const reason = samples.length > 0 ? null : (record.gpuReason ?? 'no sample lies in this span');
  return {
    source: gpuSource,
    start: span.start,
    end: span.end,
    rateHz,
    samples: samples.length,
    gaps:
      gpuSource === null
        ? []
        : gapsOf(
            samples.map(({ at }) => at),
            span,
            periodMicros,
          ),
    devices,
    energyPerOutputToken:
      reason === null
        ? energyPerToken(
            devices.map(({ energy }) => energy),
            outputTokens,
          )
        : { kind: 'unknown', unit: 'J/token', value: null, reason },
    reason,
  };
}

type SpanOfSamples = { readonly span: ProbeSpan; readonly periodMicros: number };

function describeDevice(
  samples: readonly GpuSample[],
  index: number,
  name: string | null,
  { periodMicros, span }: SpanOfSamples,
): GpuDevice {
  const own = samples.flatMap(({ at, devices }) => {
    const device = devices.find((other) => other.index === index);
    return device === undefined ? [] : [{ at, device }];
  });
  const points = (of: (device: DeviceSample) => number | null): SamplePoint[] =>
    own.map(({ at, device }) => ({ at, value: of(device) }));
  const power = points((device) => device.powerWatts);
  const energy = points((device) => device.energyJoules);
  return {
    index,
    name,
    utilization: spreadOf(
      points((device) => device.utilizationPercent),
      span,
      '%',
    ),
    memoryUtilization: spreadOf(
      points((device) => device.memoryUtilizationPercent),
      span,
      '%',
    ),
    memoryUsed: spreadOf(
      points((device) => device.memoryUsedBytes),
      span,
      'bytes',
    ),
    power: spreadOf(power, span, 'W'),
    energy: energyOfSpan({ energy, power }, span, periodMicros),
    temperature: spreadOf(
      points((device) => device.temperatureCelsius),
      span,
      '°C',
    ),
    smClock: spreadOf(
      points((device) => device.smClockMegahertz),
      span,
      'MHz',
    ),
    memoryClock: spreadOf(
      points((device) => device.memoryClockMegahertz),
      span,
      'MHz',
    ),
    throttled: throttledShare(own.map(({ device }) => device.throttle)),
  };
}
