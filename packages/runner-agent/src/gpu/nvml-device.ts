import type { Fact } from '../environment/fact.ts';
import { known, unreadable } from '../environment/fact.ts';
import { gpuIdentity } from './gpu-identity.ts';
import type { GpuDeviceReading, GpuFacts } from './gpu-reader.ts';
import { type NvmlFunctions, nvmlClocks, nvmlDieSensor } from './nvml-functions.ts';
import { askNvml, type NvmlArgument, type NvmlFunction } from './nvml-library.ts';
import { NvmlProcessList } from './nvml-processes.ts';
import { throttleReasons } from './throttle-bits.ts';

/** `sizeof(nvmlMemory_v2_t) | 2 << 24`: the driver tells by it which structure it is asked to fill. */
const memoryVersion2 = 40 | (2 << 24);
/** The longest name or id that nvml.h speaks of, with room. */
const textBytes = 128;

/** One GPU behind NVML. All answers go to the same memory: a reading allocates its result and nothing else. */
export class NvmlDevice {
  readonly #functions: NvmlFunctions;
  readonly #index: number;
  readonly #handle: bigint;
  readonly #processes: NvmlProcessList;
  readonly #answer = Buffer.alloc(textBytes);
  readonly #second = Buffer.alloc(8);

  constructor(functions: NvmlFunctions, index: number, handle: bigint) {
    this.#functions = functions;
    this.#index = index;
    this.#handle = handle;
    this.#processes = new NvmlProcessList(functions, handle);
  }

  facts(driver: Fact<string>, cuda: Fact<string>): GpuFacts {
    const { maxClock, name, powerLimit, uniqueId } = this.#functions;
    const id = this.#text(uniqueId);
    return {
      index: this.#index,
      name: this.#text(name),
      memoryBytes: this.#memory().total,
      identity: id.value === null ? id : known(gpuIdentity(id.value), id.source),
      driver,
      cuda,
      computeCapability: this.#computeCapability(),
      maxSmClockMegahertz: this.#uint(maxClock, nvmlClocks.sm),
      maxMemoryClockMegahertz: this.#uint(maxClock, nvmlClocks.memory),
      powerLimitWatts: thousandth(this.#uint(powerLimit)),
    };
  }

  read(): GpuDeviceReading {
    const { clock, clockReasons, energy, power, temperature } = this.#functions;
    const utilization = this.#ask(this.#functions.utilization, [], () => ({
      gpu: this.#answer.readUInt32LE(0),
      memory: this.#answer.readUInt32LE(4),
    })).value;
    const mask = this.#ask(clockReasons, [], () => this.#answer.readBigUInt64LE(0)).value;
    return {
      index: this.#index,
      memoryUsedBytes: this.#memory().used.value,
      utilizationPercent: utilization?.gpu ?? null,
      memoryUtilizationPercent: utilization?.memory ?? null,
      powerWatts: thousandth(this.#uint(power)).value,
      energyJoules: thousandth(this.#ask(energy, [], () => Number(this.#answer.readBigUInt64LE(0)))).value,
      temperatureCelsius: this.#uint(temperature, nvmlDieSensor).value,
      smClockMegahertz: this.#uint(clock, nvmlClocks.sm).value,
      memoryClockMegahertz: this.#uint(clock, nvmlClocks.memory).value,
      throttle: mask === null ? null : throttleReasons(mask),
      processes: this.#processes.read(),
    };
  }

  #ask<Value>(call: NvmlFunction | null, between: readonly NvmlArgument[], answer: () => Value): Fact<Value> {
    return askNvml(call, [this.#handle, ...between, this.#answer], answer);
  }

  #uint(call: NvmlFunction | null, ...between: number[]): Fact<number> {
    return this.#ask(call, between, () => this.#answer.readUInt32LE(0));
  }

  #text(call: NvmlFunction | null): Fact<string> {
    return askNvml(call, [this.#handle, this.#answer, textBytes], () => textIn(this.#answer));
  }

  #computeCapability(): Fact<string> {
    return askNvml(
      this.#functions.computeCapability,
      [this.#handle, this.#answer, this.#second],
      () => `${this.#answer.readInt32LE(0)}.${this.#second.readInt32LE(0)}`,
    );
  }

  /** The second version of the structure counts what the driver keeps for itself apart, as `nvidia-smi` does; the first counts it as used. */
  #memory(): { readonly total: Fact<number>; readonly used: Fact<number> } {
    const { memory, oldMemory } = this.#functions;
    this.#answer.writeUInt32LE(memoryVersion2, 0);
    const newer = this.#ask(memory, [], () => this.#pair(8, 32));
    const answer = newer.value === null ? this.#ask(oldMemory, [], () => this.#pair(0, 16)) : newer;
    if (answer.value === null) {
      const unknown = unreadable(answer.reason ?? newer.reason ?? 'unknown', 'nvml');
      return { total: unknown, used: unknown };
    }
    return { total: known(answer.value.total, 'nvml'), used: known(answer.value.used, 'nvml') };
  }

  #pair(totalAt: number, usedAt: number): { readonly total: number; readonly used: number } {
    return {
      total: Number(this.#answer.readBigUInt64LE(totalAt)),
      used: Number(this.#answer.readBigUInt64LE(usedAt)),
    };
  }
}

/** A text in C ends at its first zero byte. */
export function textIn(memory: Buffer): string {
  const end = memory.indexOf(0);
  return memory.toString('utf8', 0, end < 0 ? memory.length : end);
}

const thousandth = (fact: Fact<number>): Fact<number> =>
  fact.value === null ? fact : known(fact.value / 1000, fact.source);
