import { expect, test } from 'vitest';
import type { ConfigFile } from './config-file.ts';
import { flagSettings } from './flag-settings.ts';
import { readConfig } from './read-config.ts';
import { readPlanValues } from './read-plan-values.ts';
import { sourceText } from './setting.ts';
import { newFolder, parsedCommand, written } from './testing/config-world.ts';

type Given = {
  readonly words?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly plan?: string;
  readonly project?: string;
  readonly user?: string;
};

/** `value < source` of the flags that are asked for. */
function settled(path: readonly string[], keys: readonly string[], given: Given): readonly string[] {
  const { program, command } = parsedCommand(path, given.words ?? []);
  const folder = newFolder();
  const file = (kind: 'project' | 'user', text: string | undefined): ConfigFile[] =>
    text === undefined
      ? []
      : [{ ...readConfig({ kind, path: written(folder, `${kind}.yaml`, text) }, program), path: kind }];
  const { settings, problems } = flagSettings(command, {
    environment: given.environment ?? {},
    files: [...file('project', given.project), ...file('user', given.user)],
    plan: given.plan === undefined ? [] : readPlanValues(written(folder, 'plan.yaml', given.plan)),
  });
  expect(problems).toEqual([]);
  return keys.map((key) => {
    const setting = settings.find(({ flag }) => flag.key === key);
    const source = setting === undefined ? 'none' : sourceText(setting.source);
    return `${setting?.value} < ${source.replace(`${folder}/`, '')}`;
  });
}

const everywhere: Given = {
  words: ['--workers', '1'],
  environment: { KNEEPOINT_WORKERS: '2' },
  plan: 'name: x\nworkers: 3\n',
  project: 'workers: 4\n',
  user: 'workers: 5\n',
};

test('flags beat the environment, that the plan, that the project, that the user, and that the default', () => {
  const { words: _words, ...noFlag } = everywhere;
  const { environment: _environment, ...noVariable } = noFlag;
  const { plan: _plan, ...noPlan } = noVariable;
  const { project: _project, ...userAlone } = noPlan;
  const found = [everywhere, noFlag, noVariable, noPlan, userAlone, {}].flatMap((given) =>
    settled(['compare'], ['workers'], given),
  );
  expect(found).toEqual([
    '1 < --workers',
    '2 < KNEEPOINT_WORKERS',
    '3 < plan.yaml:2',
    '4 < project:1',
    '5 < user:1',
    'null < default',
  ]);
});

test("a command's own variable and block stand above what is common to several", () => {
  expect(
    settled(['bench'], ['workers', 'duration'], {
      environment: { KNEEPOINT_DURATION: '1s', KNEEPOINT_BENCH_DURATION: '2s' },
      user: 'workers: 2\nbench: { workers: 3, duration: 9s }\n',
    }),
  ).toEqual(['3 < user:2', '2s < KNEEPOINT_BENCH_DURATION']);
});

test('lists of a config become what the flag takes; a variable switches a flag', () => {
  expect(
    settled(['bench'], ['users', 'threshold', 'clearPrefixCache', 'inputTokens'], {
      user: 'bench: { users: [1, 8], threshold: ["errorRate < 1%"], inputTokens: 300 }\n',
      environment: { KNEEPOINT_CLEAR_PREFIX_CACHE: 'yes' },
    }),
  ).toEqual([
    '1,8 < user:1',
    'errorRate < 1% < user:1',
    'true < KNEEPOINT_CLEAR_PREFIX_CACHE',
    '300 < user:1',
  ]);
});

test('a switch that is on by default can be switched off', () => {
  const words = ['--rate', '2'];
  expect(settled(['bench'], ['earlyStop'], { words, environment: { KNEEPOINT_EARLY_STOP: 'off' } })).toEqual([
    'false < KNEEPOINT_EARLY_STOP',
  ]);
  expect(settled(['bench'], ['earlyStop'], { words, user: 'bench: { earlyStop: false }\n' })).toEqual([
    'false < user:1',
  ]);
});

test('languages and formats of reports are those of compare and report, and no language of prompts', () => {
  const user = 'report: { languages: [ko, en], format: [html] }\n';
  expect(settled(['report'], ['language', 'format'], { user })).toEqual(['ko,en < user:1', 'html < user:1']);
  expect(settled(['compare'], ['language', 'format'], { user })).toEqual(['ko,en < user:1', 'html < user:1']);
  expect(settled(['bench'], ['language'], { user, environment: { KNEEPOINT_LANGUAGE: 'ko' } })).toEqual([
    'en < default',
  ]);
});

test('what excludes a stronger flag is set aside, with all that belongs to it', () => {
  const user = 'bench: { users: [1, 8], thinkTime: 1s, duration: 30s, maxInFlight: 64 }\n';
  const keys = ['users', 'thinkTime', 'rate', 'maxInFlight', 'duration', 'requests'];
  expect(settled(['bench'], keys, { user, words: ['--rate', '2', '--requests', '9'] })).toEqual([
    '1,4,16 < default',
    'null < default',
    '2 < --rate',
    '64 < user:1',
    '10s; of a ramp, steps or a trace: all of it < default',
    '9 < --requests',
  ]);
  expect(settled(['bench'], keys, { user })[3]).toBe('20000 < default');
});

test('what is typed is never set aside: the command refuses it itself', () => {
  expect(settled(['bench'], ['users', 'rate'], { words: ['--users', '2', '--rate', '2'] })).toEqual([
    '2 < --users',
    '2 < --rate',
  ]);
});

test('a variable that is no value of its flag is told by name', () => {
  const { command } = parsedCommand(['compare'], []);
  const { problems } = flagSettings(command, {
    environment: { KNEEPOINT_KEEP: 'perhaps', KNEEPOINT_SERVERS: 'togther', KNEEPOINT_OUTPUT: 'ignored' },
    files: [],
    plan: [],
  });
  expect(problems).toEqual([
    'KNEEPOINT_SERVERS: "togther" is not known; one of: auto, together, one-by-one',
    'KNEEPOINT_KEEP: "perhaps" is neither true nor false',
  ]);
});
