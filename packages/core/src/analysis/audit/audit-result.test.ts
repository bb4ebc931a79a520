import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readResultFile } from '../../result/read-result.ts';
import type { AuditCode, AuditEvidence } from './audit-finding.ts';
import { auditCodes, auditResult } from './audit-result.ts';
import { auditRules } from './audit-rules.ts';
import { evidenceOf } from './testing/audited-result.ts';

const examples = fileURLToPath(new URL('../../../../../examples/', import.meta.url));
const result = await readResultFile(`${examples}reference-report/output/result.json`);
const reference = auditResult(result);

/** The evidence of the only finding of a code, or of the one about a target. */
function evidence<Code extends AuditCode>(code: Code, target?: string): AuditEvidence<Code> | undefined {
  const found = evidenceOf(code, result).filter(
    (one) => target === undefined || Reflect.get(Object(one), 'target') === target,
  );
  expect(found).toHaveLength(1);
  return found[0];
}
const rounded = (value: number | null | undefined, digits = 0): number =>
  Number((value ?? Number.NaN).toFixed(digits));

test('the reference report has exactly these findings', () => {
  expect(reference.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error single-user-slower-than-shared',
    'error winner-rests-on-cold-number',
    'error crossover-against-table',
    'error driver-too-old',
    'error argument-unknown',
    'error request-field-ignored',
    'warning linear-scaling-claim',
    'warning saturation-claim',
    'warning no-repeats',
    'warning method-not-told',
    'warning parity',
    'warning image-not-pinned',
    'warning argument-deprecated',
    'note share-of-limit',
    'note share-of-limit',
    'note workaround-outdated',
  ]);
});

test("vLLM's 12.53 tok/s stand against 74.3 for a user of five and 78 to 82 in the language test, with 34 s unexplained", () => {
  const found = evidence('single-user-slower-than-shared');
  expect(found).toMatchObject({
    target: 'vLLM',
    singleTokensPerSecond: 12.53,
    languages: { low: 78.23, high: 82.15 },
  });
  expect(found?.shared?.users).toBe(5);
  expect(rounded(found?.shared?.perUserTokensPerSecond, 1)).toBe(74.3);
  expect(rounded(found?.coldStart?.tokens)).toBe(500);
  expect(found?.coldStart?.seconds).toBe(39.91);
  expect(rounded(found?.coldStart?.steadySeconds, 1)).toBe(6.2);
  expect(rounded(found?.coldStart?.unexplainedSeconds)).toBe(34);
});

test('the winner for one user rests on it, and so does a crossover that the tables have at 1.5 users and the language test not at all', () => {
  const winner = evidence('winner-rests-on-cold-number');
  expect(winner).toMatchObject({
    winner: 'SGLang',
    loser: 'vLLM',
    coldTokensPerSecond: 12.53,
    winnerTokensPerSecond: 48.6,
  });
  expect(rounded(winner?.steadyTokensPerSecond)).toBe(80);
  const crossover = evidence('crossover-against-table');
  expect(crossover).toMatchObject({
    winner: 'vLLM',
    other: 'SGLang',
    statedUsers: 3,
    steady: { users: null },
  });
  expect(rounded(crossover?.tableUsers, 1)).toBe(1.5);
});

test('linear scaling is 76 %, and saturation still gains 41 %', () => {
  const linear = evidence('linear-scaling-claim');
  expect([rounded(linear?.toPerUser, 1), rounded(linear?.fromPerUser, 1), rounded(linear?.share, 2)]).toEqual(
    [56.6, 74.3, 0.76],
  );
  const saturated = evidence('saturation-claim');
  expect(saturated).toMatchObject({ target: 'SGLang', fromUsers: 10, toUsers: 50 });
  expect(rounded(saturated?.gain, 2)).toBe(0.41);
});

test('driver 555 and CUDA 12.6 are too old, where 570 and 12.8 are needed', () => {
  expect(evidence('driver-too-old')).toMatchObject({
    computeCapability: '12.0',
    driver: '555.42.02',
    leastDriver: 570,
    cuda: '12.6',
    leastCuda: '12.8',
  });
});

test('SGLang had neither CUDA graphs nor a fast attention, nobody knows the versions, and nothing was repeated', () => {
  const parity = evidence('parity');
  expect(parity?.differences.map(({ code, favours }) => [code, favours])).toEqual([
    ['cuda-graphs', 'vLLM'],
    ['attention-backend', 'vLLM'],
  ]);
  expect(parity?.minor.map(({ code }) => code)).toEqual([
    'engine-version',
    'max-model-length',
    'memory-fraction',
  ]);
  expect(evidence('image-not-pinned')?.images.map(({ reference: name, problem }) => [name, problem])).toEqual(
    [
      ['vllm/vllm-openai:latest', 'latest'],
      ['sglang:blackwell-final-v2', 'private'],
    ],
  );
  expect(evidence('no-repeats')).toEqual({ targets: 2, stages: 16 });
  expect(evidence('method-not-told')?.untold).toContain('requests');
});

test('the shares of 109 tok/s are 73 % and 11 % for vLLM, and 44 % for SGLang', () => {
  const vllm = evidence('share-of-limit', 'vLLM');
  expect(rounded(vllm?.limit)).toBe(109);
  expect(vllm?.speeds.map(({ share }) => Math.floor(share * 100))).toEqual([73, 11]);
  const sglang = evidence('share-of-limit', 'SGLang');
  expect(sglang?.speeds.map(({ share }) => Math.floor(share * 100))).toEqual([44]);
});

test('its commands do not fit the engines of today', () => {
  expect(evidence('argument-unknown')).toMatchObject({
    argument: '--disable-flashinfer',
    since: '0.5.23',
    replacement: '--attention-backend',
  });
  expect(evidence('argument-deprecated')).toMatchObject({
    argument: '--disable-cuda-graph',
    replacement: '--cuda-graph-backend-decode=disabled',
  });
  expect(evidence('request-field-ignored')).toMatchObject({ path: '/generate', fields: ['max_new_tokens'] });
  expect(evidence('workaround-outdated')?.engines).toContainEqual({ engine: 'vllm', version: '0.32' });
});

test.each(
  globSync('*/output/result.json', { cwd: examples }).filter((path) => !path.startsWith('reference-report')),
)('%s, which Kneepoint measured, has no error', async (path) => {
  const findings = auditResult(await readResultFile(`${examples}${path}`));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  // One repeat of everything is all that is wrong with them.
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  expect(warnings.map(({ code }) => code).filter((code) => code !== 'no-repeats')).toEqual([]);
});

test('every rule has its code, an explanation and a reference', () => {
  for (const code of auditCodes) {
    const rule = auditRules[code];
    expect(rule.code).toBe(code);
    expect(rule.explanation).toMatch(/^[A-Z].{30,}\.$/);
    expect(rule.reference.basis.length).toBeGreaterThan(10);
    for (const address of rule.reference.addresses) expect(URL.canParse(address)).toBe(true);
  }
});
