import type { Target } from '../../result/result-file.ts';

/** Arguments that switch off, or replace by something slower, what the engine does by default. */
const workaroundArguments: Readonly<Record<'vllm' | 'sglang', readonly RegExp[]>> = {
  vllm: [
    /^--enforce-eager$/,
    /^--disable-custom-all-reduce$/,
    /^--no-enable-prefix-caching$/,
    /^--no-enable-chunked-prefill$/,
    /^--attention-backend[= ](?:torch_sdpa|triton_attn)/i,
  ],
  sglang: [
    /^--disable-cuda-graph$/,
    /^--cuda-graph-backend-decode[= ]disabled$/,
    /^--disable-flashinfer$/,
    /^--disable-radix-cache$/,
    /^--disable-custom-all-reduce$/,
    /^--disable-overlap-schedule$/,
    /^--attention-backend[= ]torch_native$/,
  ],
};

/** The workarounds among the arguments that a target was started with; `null` where the command is not known. */
export function workaroundsOf({ engine, deployment }: Target): string[] | null {
  if (deployment === null || engine === 'other') return null;
  const { command } = deployment;
  // A flag and its value may be two words.
  const written = command.map((word, index) => {
    const next = command[index + 1];
    return word.startsWith('--') && !word.includes('=') && next !== undefined && !next.startsWith('-')
      ? `${word} ${next}`
      : word;
  });
  return written.filter((word) =>
    workaroundArguments[engine].some(
      (pattern) => pattern.test(word) || pattern.test(word.split(' ')[0] ?? ''),
    ),
  );
}
