import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/**
 * Everything that `pnpm test` stands for, in one run: each check, then vitest, then one line with the totals.
 * A failed check does not hide the ones after it; the exit code is that of the whole.
 */
const checks: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'floating promises', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'arrow', command: ['node', 'tools/check-arrow.ts'] },
  { name: 'unused files, exports and dependencies', command: ['knip'] },
  { name: 'build', command: ['turbo', 'run', 'build', '--output-logs=errors-only'] },
];

type Outcome = { readonly code: number; readonly output: string };

function run(command: readonly string[]): Promise<Outcome> {
  const [program = '', ...words] = command;
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    const take = (piece: Buffer): void => {
      output += piece.toString('utf8');
      process.stdout.write(piece);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

let passed = 0;
let failed = 0;
for (const check of checks) {
  console.log(`\n== ${check.name}: ${check.command.join(' ')}`);
  const { code } = await run(check.command);
  if (code === 0) passed++;
  else {
    failed++;
    console.log(`== ${check.name} FAILED`);
  }
}
console.log('\n== tests: vitest run');
const tests = await run(['vitest', 'run']);
const counted = countTests(tests.output);
passed += counted.passed;
failed += counted.failed;
// A run that was not counted, or failed outside any test, is a failure too.
if (counted.failed === 0 && (tests.code !== 0 || counted.passed === 0)) failed++;
const skipped = counted.skipped === 0 ? '' : `, ${counted.skipped} skipped`;
console.log(`\n${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

/** Reads vitest's closing line, `Tests  2 failed | 310 passed | 1 skipped (313)`. */
function countTests(output: string): {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
} {
  const line =
    stripVTControlCharacters(output)
      .split('\n')
      .findLast((text) => /^\s*Tests\s/.test(text)) ?? '';
  const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
