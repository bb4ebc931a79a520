import { type Plan, parsePlan, planStages } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { type DryRunOptions, describeDryRun, dryRunText } from './dry-run.ts';

const processOn = (port: number): string =>
  `{ process: { command: [serve, --port, ${port}], stopTimeout: 5s } }`;

const planOf = (more: string, targets = deployed): Plan =>
  parsePlan(
    `version: 1
name: two
targets:
${targets}
suites:
  - { kind: single-user, requests: 5, outputTokens: 8 }
  - { kind: concurrency, users: [2], duration: 60s, warmup: 5s, outputTokens: 8 }
  - { kind: rate, requestsPerSecond: [2], arrivals: constant, requests: 21, warmup: 0s, outputTokens: 8 }
${more}`,
    'plan.yaml',
  );

const deployed = `  - { name: a, engine: vllm, deploy: { docker: { image: "a:1", ports: { 8001: 8000 } }, ready: { timeout: 90s } } }
  - { name: b, deploy: ${processOn(8002)} }`;

const orderOf = (plan: Plan, options?: DryRunOptions): string =>
  describeDryRun(plan, options)
    .steps.filter(({ kind }) => kind === 'deploy' || kind === 'stop')
    .map(({ kind, target }) => `${kind} ${target}`)
    .join(', ');

test('deployed servers take turns, and one that comes twice in a row goes on running', () => {
  expect(orderOf(planOf('repeats: 2'))).toBe('deploy a, stop a, deploy b, stop b, deploy a, stop a');
  expect(orderOf(planOf('repeats: 2\norder: sequential'))).toBe('deploy a, stop a, deploy b, stop b');
  expect(orderOf(planOf('repeats: 2'), { servers: 'together' })).toBe('deploy a, deploy b, stop a, stop b');
});

test('servers that already run are only measured, in the order of the plan', () => {
  const running = '  - { name: a, url: "http://h:1" }\n  - { name: b, url: "http://h:2" }';
  const plan = planOf('repeats: 2', running);
  expect(describeDryRun(plan).steps.map(({ text }) => text)).toEqual(
    planStages(plan).map(({ id }) => `measure ${id}`),
  );
});

test('a dry run says what happens in order, what it takes, and what nobody knows', () => {
  const run = describeDryRun(planOf('between: { settle: 1s }'));
  expect(dryRunText(run)).toMatchInlineSnapshot(`
    "  1. start a, a container of a:1: as long as the image takes to fetch where it is not here
      2. wait until a answers at http://127.0.0.1:8001/health: as long as the server takes to start, at most 1 min 30 s
      3. measure 1-single-user/one-user/a/repeat-1: 1 s, and as long as the server takes for the number of requests
      4. measure 2-concurrency/2-users/a/repeat-1: 1 min 6 s
      5. measure 3-rate/2-per-second/a/repeat-1: 11 s
      6. stop a and remove what is left of it: at most 30 s until it is killed
      7. start b, the process serve: 0 s
      8. wait until b answers at http://127.0.0.1:8002/v1/models: as long as the server takes to start, at most 15 min
      9. measure 1-single-user/one-user/b/repeat-1: 1 s, and as long as the server takes for the number of requests
     10. measure 2-concurrency/2-users/b/repeat-1: 1 min 6 s
     11. measure 3-rate/2-per-second/b/repeat-1: 11 s
     12. stop b and remove what is left of it: at most 5 s until it is killed

    known from the plan: 2 min 36 s; 7 of 12 steps take as long as the servers need
    "
  `);
});
