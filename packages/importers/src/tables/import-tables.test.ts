import { expect, test } from 'vitest';
import { importFiles } from '../import-files.ts';
import { orderOf, writtenFile } from '../testing/import-order.ts';

const document = `# Test
- **GPU**: RTX 5090 (new)
- **VRAM**: 32GB GDDR7

## Speed
| users | one | two |
|---|---|---|
| 1 | **10** | 20 tok/s |
| 5 | 1,000.5 | - |

## Latency
| what | one | two |
|---|---|---|
| TTFT p99 | 120 ms | 0.5 s |
| TTFT mean | 80 ms | 90 ms |

Two is twice as fast.

\`\`\`
image: x/y:latest
command:
  --model m            # because
  --name "two words"
\`\`\`
`;

const mapping = `name: test
model: GPU
environment: { gpu: { name: GPU, memory: VRAM } }
targets:
  one: { engine: vllm }
  two: { engine: sglang, deployment: { heading: Latency, image: image, arguments: command } }
tables:
  - { kind: levels, heading: Speed, users: users, columns: { one: one, two: two }, metric: outputThroughput, unit: tok/s }
  - kind: metrics
    heading: Latency
    suite: concurrency
    users: 5
    columns: { one: one, two: two }
    rows:
      TTFT p99: { kind: metric, metric: ttft.p99 }
      TTFT mean: { kind: metric, metric: ttft.mean }
claims:
  - { kind: winner, text: Two is twice as fast, metric: outputThroughput, users: 1, winner: two, factor: 2 }
`;

const imported = (text = document, map = mapping, name = 'report.md') =>
  importFiles(orderOf([writtenFile(name, text)], { mapping: writtenFile('mapping.yaml', map) }));

test('cells become declared figures of a stage each, unknown ones none, and tables of one level meet in it', async () => {
  const { stages } = await imported();
  expect(stages.map(({ id }) => id)).toEqual([
    '2-concurrency/1-users/one/repeat-1',
    '2-concurrency/1-users/two/repeat-1',
    '2-concurrency/5-users/one/repeat-1',
    '2-concurrency/5-users/two/repeat-1',
  ]);
  expect(stages[2]?.metrics.outputThroughput).toEqual({
    kind: 'declared',
    unit: 'tok/s',
    value: 1000.5,
    reason: null,
  });
  expect(stages[2]?.metrics.ttft).toMatchObject({ kind: 'declared', mean: 80_000, count: null });
  expect(stages[3]?.metrics.outputThroughput).toMatchObject({ kind: 'unknown', value: null });
  expect(stages[3]?.metrics.ttft.mean).toBe(90_000);
});

test('a percentile of an unknown number of requests is left out and noted; with enough requests it stands', async () => {
  const without = await imported();
  expect(without.stages[2]?.metrics.ttft.p99).toBeNull();
  const { source } = without;
  expect(source.kind === 'imported' ? source.notes.join('\n') : '').toContain('ttft p99 120 ms left out');
  const enough = await imported(document, mapping.replace('users: 5\n', 'users: 5\n    requests: 500\n'));
  expect(enough.stages[2]?.metrics.ttft).toMatchObject({ p99: 120_000, count: 500 });
});

test('facts lose the remark behind them, which is noted; the block of a deployment gives its arguments and why', async () => {
  const { environment, targets, source } = await imported();
  expect(environment.gpus).toEqual([
    { name: 'RTX 5090', memory: 32e9, driver: null, cuda: null, computeCapability: null },
  ]);
  expect(targets[1]?.deployment).toMatchObject({
    image: { reference: 'x/y:latest' },
    command: ['--model', 'm', '--name', 'two words'],
  });
  expect(targets[1]?.notes).toEqual(['--model m: because']);
  expect(source.kind === 'imported' ? source.notes : []).toContain('of "GPU" the document adds: new');
});

test('a CSV file is one table, which needs no heading', async () => {
  const map = `name: csv
targets: { one: { engine: other } }
tables: [{ kind: levels, users: users, columns: { one: speed }, metric: outputThroughput, unit: tok/s }]
`;
  const { stages } = await imported('users;speed\n4;"1,234.5"\n', map, 'table.csv');
  expect(stages[0]?.metrics.outputThroughput.value).toBe(1234.5);
});

test('every problem of a mapping is told at once, with its line and the nearest name', async () => {
  const wrong = mapping
    .replace('memory: VRAM', 'memory: VRAN')
    .replace('heading: Speed', 'heading: Spead')
    .replace('TTFT mean: {', 'TTFT maen: {')
    .replace('columns: { one: one, two: two }\n    rows', 'columns: { one: on, thee: two }\n    rows')
    .replace('Two is twice as fast', 'Two is thrice as fast')
    .replace('arguments: command', 'arguments: comand');
  const error = await imported(document, wrong).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ exitCode: 2, code: 'mapping-invalid' });
  expect(String(Reflect.get(Object(error), 'message')).split('\n')).toEqual([
    'mapping.yaml:3: environment.gpu: report.md has no item with the label "VRAN"; did you mean "VRAM"?',
    'mapping.yaml:6: targets.two.deployment.arguments: the block has no key "comand"; did you mean "command"?',
    'mapping.yaml:8: tables[0].heading: report.md has no heading "Spead"; did you mean "Speed"?',
    'mapping.yaml:13: tables[1].columns.thee: the mapping has no target "thee"',
    'mapping.yaml:13: tables[1].columns.one: the table has no column "on"; did you mean "one"?',
    'mapping.yaml:16: tables[1].rows.TTFT maen: the table has no row "TTFT maen"; did you mean "TTFT mean"?',
    'mapping.yaml:18: claims[0].text: report.md does not say "Two is thrice as fast"; did you mean "Two is twice as fast."?',
  ]);
});

test('what the schema refuses is told with its line, too', async () => {
  const wrong = mapping
    .replace('engine: vllm', 'engine: vlm')
    .replace('metric: ttft.p99', 'metric: ttft.p98')
    .replace('name: test', 'nme: test');
  await expect(imported(document, wrong)).rejects.toThrow(
    new RegExp(
      [
        '^mapping.yaml:\\d+: name: is missing \\(a text\\)',
        'mapping.yaml:1: nme: unknown key; did you mean name\\?',
        'mapping.yaml:5: targets.one.engine: must be one of vllm, sglang, other, not "vlm"; did you mean vllm\\?',
        'mapping.yaml:15: tables\\[1\\].rows.TTFT p99.metric: must be one of .*, not "ttft.p98"; did you mean ttft.p9\\d\\?',
      ].join('\\n'),
    ),
  );
});

test.each([
  ['a cell in another unit', document.replace('20 tok/s', '20 ms'), 'is to be in tok/s'],
  ['a cell that is no number', document.replace('1,000.5', 'quick'), '"quick" is not a number with a unit'],
  [
    'a table that went',
    document.replace('| users | one | two |\n|---|---|---|', ''),
    'no table stands there',
  ],
  [
    'a fact that says two things',
    document.replace('## Speed', '- **GPU**: RTX 4090\n## Speed'),
    'with other values',
  ],
  ['a block that went', document.replaceAll('```', '~'), 'no fenced block stands there'],
])('%s is a problem of the mapping', async (_what, text, message) => {
  await expect(imported(text)).rejects.toThrow(message);
});

test('a mapping that is no YAML is refused with its line', async () => {
  await expect(imported(document, 'name: [a\ntargets: {')).rejects.toThrow(
    /^mapping\.yaml:\d+: the mapping: /,
  );
});
