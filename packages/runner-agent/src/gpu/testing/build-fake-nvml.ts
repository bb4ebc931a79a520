import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../environment/testing/temporary-folder.ts';

const source = fileURLToPath(new URL('../__fixtures__/fake-nvml.c', import.meta.url));

/** The hosts that the stand-in library can be, by the macros of its source. */
export const fakeHosts = {
  rtx5090: {
    NAME: '"NVIDIA GeForce RTX 5090"',
    MAJOR: '12',
    MINOR: '0',
    DRIVER: '"575.57.08"',
    CUDA: '12090',
    TOTAL_MIB: '32607',
    USED_MIB: '29000',
    POWER_LIMIT_MW: '575000',
    SM_CLOCK: '2617',
    MAX_SM_CLOCK: '3090',
    MEMORY_CLOCK: '13801',
    REASONS: '0x4',
  },
  h100: {
    NAME: '"NVIDIA H100 80GB HBM3"',
    MAJOR: '9',
    MINOR: '0',
    DRIVER: '"550.90.07"',
    CUDA: '12040',
    TOTAL_MIB: '81559',
    USED_MIB: '74000',
    POWER_LIMIT_MW: '700000',
    SM_CLOCK: '1305',
    MAX_SM_CLOCK: '1980',
    MEMORY_CLOCK: '2619',
    REASONS: '0x68',
    PROCESS_COUNT: '200',
  },
  notLoaded: { NOT_LOADED: '1' },
} as const;

export type FakeHost = keyof typeof fakeHosts;

/** Why no library can be built here, or `null`. */
export function compilerProblem(): string | null {
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no C compiler `cc` here';
  }
}

/** Compiles the stand-in of one host and answers where it is. */
export function buildFakeNvml(host: FakeHost, extra: readonly string[] = []): string {
  const library = join(temporaryFolder('fake-nvml'), 'libnvidia-ml.so.1');
  const macros = Object.entries(fakeHosts[host]).map(([name, value]) => `-D${name}=${value}`);
  const flags = extra.map((name) => `-D${name}`);
  execFileSync('cc', ['-shared', '-fPIC', '-O1', ...macros, ...flags, '-o', library, source]);
  return library;
}
