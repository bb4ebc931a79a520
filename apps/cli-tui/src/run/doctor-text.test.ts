import { type DoctorCheck, doctorReport } from '@kneepoint/runner-agent/doctor';
import { knownProblemOf } from '@kneepoint/runner-agent/knowledge';
import { expect, test } from 'vitest';
import { doctorText } from './doctor-text.ts';

const plain = { columns: 80, colour: false, language: 'en' } as const;
const host = { scope: 'host', target: null } as const;
const checks: readonly DoctorCheck[] = [
  { ...host, name: 'node', outcome: 'ok', detail: '26.9.0' },
  { ...host, name: 'gpu', outcome: 'skipped', reason: 'nvidia-smi: it is not installed' },
  {
    scope: 'plan',
    target: 'vllm',
    name: 'port',
    outcome: 'problem',
    weight: 'error',
    detail: 'something listens at http://127.0.0.1:8001 already',
    problem: knownProblemOf('port-in-use'),
  },
];

test('every check is a line, and a problem shows its cause, what helps and who says so', () => {
  const text = doctorText(doctorReport('plan.yaml', checks, true), plain);
  expect(text).toContain(
    'This host\n  ok       node  26.9.0\n  skipped  gpu   nvidia-smi: it is not installed\n',
  );
  expect(text).toContain(
    '\nPlan plan.yaml\n  error    vllm port  something listens at http://127.0.0.1:8001 already\n',
  );
  const problem = knownProblemOf('port-in-use');
  expect(text).toContain(`${problem.text.en.title} [port-in-use]`);
  for (const command of problem.commands) expect(text).toContain(`$ ${command}\n`);
  for (const source of problem.sources) expect(text).toContain(`${source}\n`);
  expect(text).toMatch(/Cause: [\s\S]{1,2000}Fix: /);
  expect(
    text.endsWith('\nSomething stops or falsifies a measurement: 1 error, 0 advice, 1 ok, 1 skipped.\n'),
  ).toBe(true);
});

test('no line of words is wider than the terminal; what is to be copied is not broken', () => {
  const text = doctorText(doctorReport('plan.yaml', checks, true), plain);
  const words = text.split('\n').filter((line) => !/^ *(?:\$ |https:)/.test(line));
  expect(Math.max(...words.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('colours stand only where they may', () => {
  const report = doctorReport(null, checks, true);
  expect(doctorText(report, plain)).not.toContain('\u001b');
  expect(doctorText(report, { ...plain, colour: true })).toContain('\u001b[31merror');
});

test('what a server says of itself cannot move the cursor', () => {
  const engine: DoctorCheck = {
    scope: 'server',
    target: null,
    name: 'engine',
    outcome: 'ok',
    detail: 'vllm \u001b[2J1.0',
  };
  const text = doctorText(doctorReport('http://127.0.0.1:1', [engine], true), plain);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('Server http://127.0.0.1:1\n');
});
