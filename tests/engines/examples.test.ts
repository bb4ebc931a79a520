import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OwnResult } from '../../packages/core/src/index.ts';
import { parsePlan, planStages } from '../../packages/core/src/index.ts';
import { readResult } from '../support/read-result.ts';
import { hasMeasured, runKneepoint } from '../support/run-kneepoint.ts';
import { engineAvailability } from './harness/engine-availability.ts';
import { enginesCacheFolder } from './harness/engines-cache.ts';

const availabilities = { vllm: await engineAvailability('vllm'), sglang: await engineAvailability('sglang') };
const minutes = 60_000;

/** The plan of an example, with the engines where this machine keeps them. */
function planOf(example: string): string {
  const path = new URL(`../../examples/${example}/plan.yaml`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const usual = join(homedir(), '.cache', 'kneepoint-engines');
  const place = enginesCacheFolder();
  return place === usual ? text : text.replaceAll('~/.cache/kneepoint-engines', place);
}

/** Runs an example as a person would; KNEEPOINT_EXAMPLES_OUTPUT keeps what it wrote. */
async function runExample(example: string): Promise<{ result: OwnResult; folder: string; stderr: string }> {
  const kept = process.env['KNEEPOINT_EXAMPLES_OUTPUT'];
  const directory = mkdtempSync(join(tmpdir(), 'kneepoint-example-'));
  const folder = kept === undefined ? join(directory, 'out') : join(kept, example);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'plan.yaml'), planOf(example));
  const environment = { HOME: homedir(), XDG_STATE_HOME: directory };
  const end = await runKneepoint(['compare', 'plan.yaml', '--output', folder], { directory, environment });
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return { result: readResult(join(folder, 'result.json')), folder, stderr: end.stderr };
}

function expectWhole({ stages, targets, failures }: OwnResult, example: string): void {
  const planned = planStages(parsePlan(planOf(example), 'plan.yaml'));
  expect(failures).toEqual([]);
  expect(stages.map(({ id }) => id).toSorted()).toEqual(planned.map(({ id }) => id).toSorted());
  for (const { status, counts, tokens } of stages) {
    expect(status).toBe('completed');
    expect(counts.failed + counts.dropped).toBe(0);
    expect(tokens.output).toBeGreaterThan(0);
  }
  for (const { deployment, initTime, startup, memoryPhases } of targets) {
    expect(deployment?.kind).toBe('process');
    expect(initTime.value).toBeGreaterThan(1);
    expect(startup?.firstToken.value).toBeGreaterThan(startup?.firstHealthyAnswer.value ?? 0);
    const loaded = memoryPhases.find(
      ({ phase, owner }) => phase === 'loaded' && owner.kind === 'host' && owner.measure === 'resident',
    );
    // A Python process with torch in it.
    expect(loaded?.median).toBeGreaterThan(300e6);
  }
}

describe.skipIf(!availabilities.vllm.available || !availabilities.sglang.available)('two engines', () => {
  test(
    'the real vLLM and the real SGLang are deployed in turn, measured and stopped',
    async () => {
      const { result, folder, stderr } = await runExample('vllm-vs-sglang-cpu');
      expectWhole(result, 'vllm-vs-sglang-cpu');
      expect(result.targets.map(({ engine, version }) => [engine, version])).toEqual([
        ['vllm', '0.32.0'],
        ['sglang', '0.5.23'],
      ]);
      expect(new Set(result.stages.map(({ language }) => language))).toEqual(new Set(['zh', 'ko', 'en']));
      expect(stderr).toMatch(/vllm: the server was stopped[\s\S]*sglang: starting the server/);
      const report = readFileSync(join(folder, 'report.en.md'), 'utf8');
      for (const part of [
        '## 2. Deployment',
        'First healthy answer after',
        '## 4. Memory',
        './memory-en.svg',
      ])
        expect(report).toContain(part);
    },
    15 * minutes,
  );
});

describe.skipIf(!availabilities.vllm.available)('one engine', () => {
  test(
    'two settings of the real vLLM are compared',
    async () => {
      const { result } = await runExample('vllm-two-configs');
      expectWhole(result, 'vllm-two-configs');
      const commands = result.targets.map(({ deployment }) => deployment?.command.at(-1));
      expect(commands).toEqual(['16', '4']);
    },
    12 * minutes,
  );
});
