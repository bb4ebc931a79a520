import { z } from 'zod';
import type { CommandRunner } from '../environment/command-runner.ts';

/** rocm-smi has said both. */
const cardSchema = z.looseObject({
  'Card Series': z.string().optional(),
  'Card series': z.string().optional(),
});

/** Names of AMD's GPUs by card (`card0`), as rocm-smi has them; empty where it is not installed or says nothing. */
export async function amdProductNames(run: CommandRunner): Promise<ReadonlyMap<string, string>> {
  const output = await run('rocm-smi', ['--showproductname', '--json']);
  if (output.kind === 'failed') return new Map();
  try {
    const cards = z.record(z.string(), z.unknown()).parse(JSON.parse(output.stdout));
    return new Map(
      Object.entries(cards).flatMap(([card, told]) => {
        const parsed = cardSchema.safeParse(told);
        const name = parsed.data?.['Card Series'] ?? parsed.data?.['Card series'];
        return name === undefined ? [] : [[card, name] as const];
      }),
    );
  } catch {
    return new Map();
  }
}
