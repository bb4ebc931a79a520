import { readFile } from 'node:fs/promises';

/** The arithmetic that a server is started with. */
export type CpuPrecision = 'bfloat16' | 'float32';

/**
 * The faster precision on the CPU that `cpuinfo` (the text of `/proc/cpuinfo`) describes. Without
 * instructions for bfloat16 its products are made one row after the other, so a step's time grows with
 * the batch: on such a CPU vLLM took 92 ms a step with 8 sequences, and 27 to 40 ms in float32.
 */
export function precisionFor(cpuinfo: string): CpuPrecision {
  return /\b(avx512_bf16|amx_bf16|bf16)\b/.test(cpuinfo) ? 'bfloat16' : 'float32';
}

/** The faster precision on this machine; float32 where the CPU says nothing of itself. */
export async function cpuPrecision(): Promise<CpuPrecision> {
  return precisionFor(await readFile('/proc/cpuinfo', 'utf8').catch(() => ''));
}
