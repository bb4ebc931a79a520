import type { Fact } from '../environment/fact.ts';
import { known, unreadable } from '../environment/fact.ts';
import { nvmlMessage, nvmlSuccess } from './nvml-codes.ts';

/** An argument of an NVML function: a number, a handle, or memory that it writes its answer to. */
export type NvmlArgument = number | bigint | Buffer;
/** A function of NVML; answers a code, zero is success. */
export type NvmlFunction = (...parameters: NvmlArgument[]) => number;
type Signature = readonly ('uint' | 'handle' | 'memory')[];

const typeNames = { uint: 'unsigned int', handle: 'void *', memory: 'void *' } as const;

/** The driver's management library. A driver may lack any function: each is looked up by name, and a missing one is `null`. */
export type NvmlLibrary = {
  /** The first of these functions that the driver has; all take the same arguments. */
  find(names: readonly string[], signature: Signature): NvmlFunction | null;
};

export type LoadedLibrary =
  | { readonly kind: 'loaded'; readonly library: NvmlLibrary }
  | { readonly kind: 'missing'; readonly reason: string };

/** The name under which the driver's own packages install it. */
export const nvmlName = 'libnvidia-ml.so.1';

/** Loads the library; the foreign-function package itself is loaded here too, so that hosts without a GPU never do. */
export async function loadNvml(name: string = nvmlName): Promise<LoadedLibrary> {
  try {
    const { load } = await import('koffi');
    const handle = load(name);
    return { kind: 'loaded', library: { find: (names, signature) => findIn(handle, names, signature) } };
  } catch {
    return { kind: 'missing', reason: "the NVIDIA driver's library libnvidia-ml.so.1 cannot be loaded" };
  }
}

type Handle = { func(name: string, result: string, parameters: string[]): NvmlFunction };

function findIn(handle: Handle, names: readonly string[], signature: Signature): NvmlFunction | null {
  const parameters = signature.map((kind) => typeNames[kind]);
  for (const name of names) {
    try {
      return handle.func(name, 'int', parameters);
    } catch {
      // An older driver: the next name is its word for the same.
    }
  }
  return null;
}

/** Calls a function and reads what it wrote, or says why it could not. */
export function askNvml<Value>(
  call: NvmlFunction | null,
  parameters: readonly NvmlArgument[],
  answer: () => Value,
): Fact<Value> {
  if (call === null) return unreadable('the driver is too old for it', 'nvml');
  const code = call(...parameters);
  return code === nvmlSuccess ? known(answer(), 'nvml') : unreadable(nvmlMessage(code), 'nvml');
}
