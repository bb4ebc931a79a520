import { expect, test } from 'vitest';
import { defaultStorePath } from './default-store-path.ts';

test('the history lives under XDG_DATA_HOME', () => {
  expect(defaultStorePath({ XDG_DATA_HOME: '/data' }, '/home/user')).toBe('/data/kneepoint/history.db');
});

test.each([{}, { XDG_DATA_HOME: '' }, { XDG_DATA_HOME: 'relative' }])(
  'without a usable XDG_DATA_HOME (%j) it lives under the home directory',
  (environment) => {
    expect(defaultStorePath(environment, '/home/user')).toBe('/home/user/.local/share/kneepoint/history.db');
  },
);

test('the file that KNEEPOINT_STORE names stands above both', () => {
  expect(defaultStorePath({ KNEEPOINT_STORE: '/team/runs.db', XDG_DATA_HOME: '/data' }, '/home/user')).toBe(
    '/team/runs.db',
  );
});
