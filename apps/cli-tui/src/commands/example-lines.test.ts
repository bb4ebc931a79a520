import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { exampleLines } from './example-lines.ts';

const example = `kneepoint bench http://127.0.0.1:8000 --users 16 --threshold 'ttft p95 < 500ms' --slo 'ttft<500ms, tpot<50ms' --json`;

test('a short example is one line', () => {
  expect(exampleLines('kneepoint init', 80)).toBe('  $ kneepoint init');
});

test.each([60, 80, 100])(
  'a long example has no line wider than %i columns, and flags stay beside their values',
  (columns) => {
    const lines = exampleLines(example, columns).split('\n');
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
    expect(exampleLines(example, columns)).toContain("--threshold 'ttft p95 < 500ms'");
  },
);

test('a shell reads the lines as the one that was meant', () => {
  const script = (text: string): string => text.replace(/^ *\$ kneepoint/, "printf '%s\\n'");
  const run = (text: string): string => execFileSync('sh', ['-c', script(text)], { encoding: 'utf8' });
  expect(run(exampleLines(example, 60))).toBe(run(`$ ${example}`));
});
