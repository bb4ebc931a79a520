import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { createRandom } from '../packages/core/src/random/create-random.ts';
import { recordsLeft, resultNow, watchResult } from './support/killed-run.ts';
import { newFolder, type RunningKneepoint, startKneepoint } from './support/run-kneepoint.ts';
import { type MortalSimulator, startMortalSimulator } from './support/start-mortal-simulator.ts';

const levels = [1, 2, 3, 4];
const requests = 12;
const moments = 50;
/** As many runs more, whose target is killed instead. */
const targetMoments = 10;
/** Runs at a time. */
const lanes = 2;

type Bench = { readonly running: RunningKneepoint; readonly output: string };

async function simulator(): Promise<MortalSimulator> {
  const target = await startMortalSimulator('--ttft-ms', '20', '--step-ms', '4');
  onTestFinished(() => target.signal('SIGKILL'));
  return target;
}

function bench(url: string): Bench {
  const output = join(newFolder(), 'result.json');
  const load = ['--users', levels.join(','), '--requests', String(requests), '--output-tokens', '8'];
  const words = ['bench', url, ...load, '--input-tokens', '40', '--output', output];
  return { running: startKneepoint(words), output };
}

/** How long a run takes that nobody disturbs, while as many others run as later on, in milliseconds. */
async function usualLength(targets: readonly MortalSimulator[]): Promise<number> {
  const start = performance.now();
  await Promise.all(targets.map(({ url }) => bench(url).running.ended));
  return performance.now() - start;
}

/** Moments from the start of a run to its usual end, in milliseconds: the same shares in every run of this test. */
function seededMoments(name: string, count: number, length: number): number[] {
  const random = createRandom(`killed/${name}`);
  return Array.from({ length: count }, () => random.next() * length);
}

/** Works the moments off in lanes; each lane has a target of its own. */
async function inLanes<Outcome>(
  all: readonly number[],
  targets: readonly MortalSimulator[],
  run: (moment: number, target: MortalSimulator) => Promise<Outcome>,
): Promise<Outcome[]> {
  const left = [...all];
  const outcomes: Outcome[] = [];
  const lane = async (target: MortalSimulator): Promise<void> => {
    for (let moment = left.shift(); moment !== undefined; moment = left.shift())
      outcomes.push(await run(moment, target));
  };
  await Promise.all(targets.map(lane));
  return outcomes;
}

const idsOf = (result: OwnResult | null): string[] => (result?.stages ?? []).map((stage) => stage.id);
const allIds = levels.map((users) => `users-${users}`);

/** Each finished level is in the result with all its requests, and in the records with all its lines. */
function expectWhole(result: OwnResult | null, output: string, said: string): void {
  const records = recordsLeft(output);
  expect(idsOf(result), said).toEqual(allIds.slice(0, idsOf(result).length));
  for (const stage of result?.stages ?? []) {
    const lines = records.filter((record) => record['stage'] === stage.id);
    expect(lines.length, `${said}: records of ${stage.id}`).toBe(stage.counts.dispatched);
    const { dispatched, completed, failed, cut } = stage.counts;
    expect(completed + failed + cut, `${said}: ${stage.id}`).toBe(dispatched);
    if (stage.status === 'completed') expect(dispatched, `${said}: ${stage.id}`).toBe(requests);
  }
}

/** Kills the tool at the moment; returns how many levels its file has and whether it was still running. */
async function killTool(moment: number, target: MortalSimulator) {
  await target.forget();
  const { running, output } = bench(target.url);
  const seen = await watchResult(output, moment);
  running.process.kill('SIGKILL');
  const { code } = await running.ended;
  const said = `killed after ${moment.toFixed(0)} ms`;
  const { totals } = await target.truth();
  const result = resultNow(output);
  // A level's first request is sent when the level before it is on disk.
  const begun = Math.ceil(totals.requests / requests);
  expect(idsOf(result).length, said).toBeGreaterThanOrEqual(Math.max(0, begun - 1));
  expect(idsOf(result).slice(0, idsOf(seen).length), said).toEqual(idsOf(seen));
  expectWhole(result, output, said);
  for (const { counts } of result?.stages ?? []) expect(counts.completed, said).toBe(requests);
  return { levels: idsOf(result).length, running: code === null };
}

/** Kills the target at the moment: the tool ends by itself. */
async function killTarget(moment: number): Promise<number> {
  const target = await simulator();
  const { running, output } = bench(target.url);
  const said = `target killed after ${moment.toFixed(0)} ms`;
  await delay(moment);
  await target.signal('SIGKILL');
  const end = await running.ended;
  expect([0, 3, 5], `${said}: ${end.stderr}`).toContain(end.code);
  const result = resultNow(output);
  // There is no result where the target was gone before it had said what it is.
  if (result === null) expect(end.code, said).toBe(3);
  else expect(result.exit?.code, said).toBe(end.code);
  // A level that lost requests to the death of its target is not finished.
  for (const { status, counts } of result?.stages ?? []) {
    if (status === 'completed') expect(counts.failed, said).toBe(0);
    else expect(end.code, said).toBe(3);
  }
  expectWhole(result, output, said);
  return idsOf(result).length;
}

test('a tool that is killed at any moment leaves a whole result of every level that was finished', async () => {
  const targets = await Promise.all(Array.from({ length: lanes }, simulator));
  const length = await usualLength(targets);
  const outcomes = await inLanes(seededMoments('tool', moments, length), targets, killTool);
  expect(outcomes).toHaveLength(moments);
  // The moments were worth something: runs were cut before, between and after their levels.
  const cut = outcomes.filter((outcome) => outcome.running);
  expect(cut.some((outcome) => outcome.levels === 0)).toBe(true);
  expect(cut.some((outcome) => outcome.levels > 0 && outcome.levels < levels.length)).toBe(true);
});

test('a target that is killed at any moment ends the run, with a whole result of every finished level', async () => {
  const targets = await Promise.all(Array.from({ length: lanes }, simulator));
  const length = await usualLength(targets);
  const outcomes = await inLanes(seededMoments('target', targetMoments, length), targets, killTarget);
  expect(outcomes).toHaveLength(targetMoments);
});
