import { expect, test } from 'vitest';
import { dockerSurveyOf } from './docker-survey.ts';

test('versions, runtimes and kinds of devices are read from what the Engine says', () => {
  const body = {
    ServerVersion: '28.2.2',
    Runtimes: { runc: { path: 'runc' }, nvidia: { path: 'nvidia-container-runtime' } },
    DiscoveredDevices: [{ Source: 'cdi', ID: 'nvidia.com/gpu=0' }],
  };
  expect(dockerSurveyOf({ status: 200, body })).toEqual({
    kind: 'reachable',
    version: '28.2.2',
    runtimes: ['runc', 'nvidia'],
    devices: ['nvidia.com/gpu'],
  });
});

test('an Engine that refuses to say cannot be used', () => {
  expect(dockerSurveyOf({ status: 500, body: { message: 'no' } })).toMatchObject({ kind: 'unreachable' });
  expect(dockerSurveyOf({ status: 200, body: 'nothing' })).toMatchObject({ kind: 'unreachable' });
});
