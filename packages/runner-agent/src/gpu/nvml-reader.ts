import type { Fact } from '../environment/fact.ts';
import type { GpuFacts, GpuReader, GpuReading, OpenedReader } from './gpu-reader.ts';
import { nvmlMessage, nvmlSuccess } from './nvml-codes.ts';
import { NvmlDevice, textIn } from './nvml-device.ts';
import { type NvmlFunctions, nvmlFunctions } from './nvml-functions.ts';
import { askNvml, loadNvml } from './nvml-library.ts';

/** Opens NVIDIA's management library. `name` is for tests: the driver's own library otherwise. */
export async function openNvmlReader(name?: string): Promise<OpenedReader> {
  const loaded = await loadNvml(name);
  if (loaded.kind === 'missing') return { kind: 'none', reason: loaded.reason };
  const functions = nvmlFunctions(loaded.library);
  if (functions.initialize === null) return { kind: 'none', reason: 'the library is not NVML' };
  const code = functions.initialize();
  if (code !== nvmlSuccess) return { kind: 'none', reason: nvmlMessage(code) };
  const found = findDevices(functions);
  if (found.kind === 'none') functions.shutdown?.();
  return found.kind === 'none' ? found : { kind: 'open', reader: new NvmlReader(functions, found.devices) };
}

type FoundDevices =
  | { readonly kind: 'some'; readonly devices: readonly NvmlDevice[] }
  | { readonly kind: 'none'; readonly reason: string };

function findDevices(functions: NvmlFunctions): FoundDevices {
  const answer = Buffer.alloc(8);
  const count = askNvml(functions.count, [answer], () => answer.readUInt32LE(0));
  if (count.value === null) return { kind: 'none', reason: count.reason };
  const devices: NvmlDevice[] = [];
  let refusal = 'the driver knows no GPU';
  for (let index = 0; index < count.value; index++) {
    const handle = askNvml(functions.handle, [index, answer], () => answer.readBigUInt64LE(0));
    if (handle.value === null) refusal = handle.reason;
    else devices.push(new NvmlDevice(functions, index, handle.value));
  }
  return devices.length === 0 ? { kind: 'none', reason: refusal } : { kind: 'some', devices };
}

/** Reads all GPUs at once; the stamp is taken before the first call. */
class NvmlReader implements GpuReader {
  readonly source = 'nvml' as const;
  readonly #functions: NvmlFunctions;
  readonly #devices: readonly NvmlDevice[];
  #problem: string | null = null;
  #open = true;

  constructor(functions: NvmlFunctions, devices: readonly NvmlDevice[]) {
    this.#functions = functions;
    this.#devices = devices;
  }

  async facts(): Promise<readonly GpuFacts[]> {
    const driver = driverVersion(this.#functions);
    const cuda = cudaVersion(this.#functions);
    return this.#devices.map((device) => device.facts(driver, cuda));
  }

  read(now: number): readonly GpuReading[] {
    if (!this.#open) return [];
    const devices = this.#devices.map((device) => device.read());
    const answered = devices.some(
      ({ memoryUsedBytes, powerWatts }) => (memoryUsedBytes ?? powerWatts) !== null,
    );
    this.#problem = answered ? null : 'no GPU answers any more';
    return answered ? [{ at: now, devices }] : [];
  }

  problem(): string | null {
    return this.#problem;
  }

  close(): void {
    if (this.#open) this.#functions.shutdown?.();
    this.#open = false;
  }
}

function driverVersion({ driverVersion }: NvmlFunctions): Fact<string> {
  const answer = Buffer.alloc(80);
  return askNvml(driverVersion, [answer, answer.length], () => textIn(answer));
}

/** NVML says 12080 for 12.8. */
function cudaVersion({ cudaVersion }: NvmlFunctions): Fact<string> {
  const answer = Buffer.alloc(4);
  return askNvml(cudaVersion, [answer], () => {
    const version = answer.readInt32LE(0);
    return `${Math.floor(version / 1000)}.${Math.floor((version % 1000) / 10)}`;
  });
}
