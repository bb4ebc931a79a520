import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';
import { newFolder, parsedCommand, written } from './testing/config-world.ts';
import { writtenConfig } from './written-config.ts';

const { program } = parsedCommand([], []);

function read(text: string, kind: 'user' | 'project' = 'user') {
  const folder = newFolder();
  const file = readConfig({ kind, path: written(folder, 'config.yaml', text) }, program);
  return { ...file, problems: file.problems.map((problem) => problem.replace(`${folder}/`, '')) };
}

test('every value comes with its keys and its line; agents are read apart, too', () => {
  const file = read(`language: ko
bench:
  users: [1, 8]
audit: { severity: error, caching: { rounds: 6 } }
agents:
  - { name: gpu, url: "http://gpu:7321", tokenEnv: GPU_TOKEN }
  - { name: here, url: "http://127.0.0.1:7321" }
`);
  expect(file.problems).toEqual([]);
  expect(file.entries.map(({ keys, line }) => `${keys.join('.')}:${line}`)).toEqual([
    'language:1',
    'bench.users:3',
    'audit.severity:4',
    'audit.caching.rounds:4',
    'agents:5',
  ]);
  expect(file.agents).toEqual([
    { name: 'gpu', url: 'http://gpu:7321', tokenEnv: 'GPU_TOKEN' },
    { name: 'here', url: 'http://127.0.0.1:7321', tokenEnv: null },
  ]);
});

test('all problems come at once, each with its line, its key and the nearest known name', () => {
  expect(
    read(`language: fr
benhc: { users: 1 }
bench:
  durations: 3s
  duration: 30
  requests: many
  atCap: [drop]
  api: opena-chat
  header: ["Authorization: Bearer x"]
capacity: { vary: usrs }
agents:
  - { name: gpu, url: "gpu:7321", token: abc }
apiKey: sk-123
`).problems,
  ).toMatchInlineSnapshot(`
    [
      "config.yaml:1: language: must be one of ko, en, zh, not "fr"",
      "config.yaml:2: benhc: unknown key; did you mean bench?",
      "config.yaml:4: bench.durations: unknown key; did you mean duration?",
      "config.yaml:5: bench.duration: "30" has no unit; write 30s for seconds or 30ms for milliseconds",
      "config.yaml:6: bench.requests: "many" is not a whole number such as 200 or 10k",
      "config.yaml:7: bench.atCap: must be one of drop, late, not a list",
      "config.yaml:8: bench.api: must be one of openai-chat, openai-completions, openai-responses, sglang-generate, llama-cpp, tgi, ollama-chat, ollama-generate, not "opena-chat"; did you mean openai-chat?",
      "config.yaml:9: bench.header: holds a secret, which does not stand in a config; write apiKeyEnv: NAME_OF_A_VARIABLE",
      "config.yaml:10: capacity.vary: must be one of users, rate, not "usrs"; did you mean users?",
      "config.yaml:12: agents[0].url: must be an address such as http://gpu-host:7321, not "gpu:7321"",
      "config.yaml:12: agents[0].token: secrets do not stand in a config; write tokenEnv: NAME_OF_A_VARIABLE",
      "config.yaml:13: apiKey: secrets do not stand in a config; write apiKeyEnv: NAME_OF_A_VARIABLE",
    ]
  `);
});

test("a project's config cannot say what is a person's own", () => {
  expect(
    read(
      `agents: [{ name: gpu, url: "http://gpu:7321" }]
store: runs.db
bench: { apiKeyEnv: AWS_SECRET, insecure: true }
compare: { agent: "http://elsewhere:1", tokenEnv: TOKEN }
`,
      'project',
    ).problems.map((problem) => problem.split(': ')[1]),
  ).toEqual(['agents', 'store', 'bench.apiKeyEnv', 'bench.insecure', 'compare.agent', 'compare.tokenEnv']);
});

test('what config init writes is a config, as it is and with every remark taken away', () => {
  for (const isProject of [false, true]) {
    const kind = isProject ? 'project' : 'user';
    expect(read(writtenConfig(isProject), kind)).toMatchObject({ entries: [], problems: [] });
    const keys = writtenConfig(isProject).replace(/^# (?=\w+:(?: |$)| {2})/gm, '');
    const file = read(keys, kind);
    expect(file.problems, keys).toEqual([]);
    expect(file.entries.length).toBeGreaterThan(8);
  }
});

test('a file that is no YAML, or is not there, is told and nothing is read from it', () => {
  expect(read('bench: [1').problems[0]).toMatch(/^config\.yaml:1: /);
  const missing = readConfig({ kind: 'named', path: '/nowhere/config.yaml' }, program);
  expect(missing).toMatchObject({ entries: [], problems: [expect.stringContaining('cannot be read')] });
});
