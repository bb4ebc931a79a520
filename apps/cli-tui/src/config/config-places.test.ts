import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configPlaces, projectFolders, userConfigPath } from './config-places.ts';
import { newFolder, written } from './testing/config-world.ts';

const search = (homeDirectory: string, workingFolder: string, environment: NodeJS.ProcessEnv = {}) => ({
  asked: undefined,
  environment,
  homeDirectory,
  workingFolder,
});

test("the nearest project's config stands above the person's own", () => {
  const home = newFolder();
  const user = written(home, '.config/kneepoint/config.yaml', '');
  const outer = written(home, 'work/kneepoint.config.yaml', '');
  const deep = join(home, 'work/a/b');
  mkdirSync(deep, { recursive: true });
  expect(configPlaces(search(home, deep)).map(({ path }) => path)).toEqual([outer, user]);
  const inner = written(home, 'work/a/kneepoint.config.yaml', '');
  expect(configPlaces(search(home, deep)).map(({ path }) => path)).toEqual([inner, user]);
});

test('the search ends at the root of the repository, and below the home directory', () => {
  const home = newFolder();
  written(home, 'kneepoint.config.yaml', '');
  written(home, 'work/kneepoint.config.yaml', '');
  const repository = join(home, 'work/repository');
  mkdirSync(join(repository, '.git'), { recursive: true });
  expect(configPlaces(search(home, repository))).toEqual([]);
  expect(projectFolders(search(home, join(home, 'work')))).toEqual([join(home, 'work')]);
});

test('outside of home and repository only the working folder counts', () => {
  const elsewhere = newFolder();
  written(elsewhere, 'kneepoint.config.yaml', '');
  const deep = join(elsewhere, 'deep');
  mkdirSync(deep);
  expect(configPlaces(search(newFolder(), deep))).toEqual([]);
  expect(configPlaces(search(newFolder(), elsewhere))).toHaveLength(1);
});

test('a named file is the only one, the flag above the variable, also where it is not there', () => {
  const home = newFolder();
  written(home, '.config/kneepoint/config.yaml', '');
  const environment = { KNEEPOINT_CONFIG: '/from/variable.yaml' };
  expect(configPlaces(search(home, home, environment))).toEqual([
    { kind: 'named', path: '/from/variable.yaml' },
  ]);
  expect(configPlaces({ ...search(home, home, environment), asked: '/from/flag.yaml' })).toEqual([
    { kind: 'named', path: '/from/flag.yaml' },
  ]);
  expect(configPlaces({ ...search(home, home, environment), asked: false })).toEqual([]);
});

test('XDG_CONFIG_HOME moves the own config; a relative one is ignored, as XDG says', () => {
  const homeDirectory = '/home/mina';
  expect(userConfigPath({ homeDirectory, environment: { XDG_CONFIG_HOME: '/xdg' } })).toBe(
    '/xdg/kneepoint/config.yaml',
  );
  expect(userConfigPath({ homeDirectory, environment: { XDG_CONFIG_HOME: 'xdg' } })).toBe(
    '/home/mina/.config/kneepoint/config.yaml',
  );
});
