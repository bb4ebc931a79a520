import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../environment/testing/temporary-folder.ts';

export type SmiShape = 'new' | 'old' | 'broken' | 'dies';

const script = fileURLToPath(new URL('../__fixtures__/stub-nvidia-smi.mjs', import.meta.url));

/** An executable that replays recorded output of `nvidia-smi` in one shape, run with the Node that runs the tests. */
export function stubSmi(shape: SmiShape): string {
  const file = join(temporaryFolder('stub-smi'), 'nvidia-smi');
  writeFileSync(file, `#!/bin/sh\nSTUB_SHAPE=${shape} exec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
