import { parsePlan } from '@kneepoint/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containerBody } from './container-body.ts';
import { createDockerClient } from './docker-client.ts';
import { dockerSocketPath } from './docker-endpoint.ts';
import { dockerRefusal } from './docker-refusals.ts';
import { createFrameReader } from './log-frames.ts';
import { createPullCounter } from './pull-progress.ts';

test('the engine is where DOCKER_HOST says, or where it usually is', () => {
  expect(dockerSocketPath({})).toEqual({ ok: true, value: '/var/run/docker.sock' });
  expect(dockerSocketPath({ DOCKER_HOST: 'unix:///run/user/1/docker.sock' })).toEqual({
    ok: true,
    value: '/run/user/1/docker.sock',
  });
});

test.each(['tcp://10.0.0.1:2375', 'ssh://me:pass@host', 'unix://relative'])(
  '%s is refused with a sentence',
  (host) => {
    const outcome = dockerSocketPath({ DOCKER_HOST: host });
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'docker-host', message: expect.stringContaining('of its own host only') },
    });
    expect(JSON.stringify(outcome)).not.toContain('me:pass');
  },
);

test('an engine that is not there is told with its socket and what to do', async () => {
  const client = createDockerClient('/no/such/docker.sock');
  expect(await client.call({ method: 'GET', path: '/_ping' })).toEqual({
    ok: false,
    problem: {
      code: 'docker-unreachable',
      message: 'the Docker Engine cannot be reached at /no/such/docker.sock: there is no such socket',
      hint: 'start Docker, or set DOCKER_HOST=unix:///path/of/docker.sock',
    },
  });
  await client.close();
});

test.each([
  ['no-gpu-runtime', 'could not select device driver "" with capabilities: [[gpu]]'],
  [
    'port-in-use',
    'driver failed programming external connectivity on endpoint x: Bind for 127.0.0.1:8001 failed: port is already allocated',
  ],
  ['port-in-use', 'failed to bind host port for 0.0.0.0:8001: address already in use'],
  ['image-missing', 'No such image: vllm/vllm-openai:v0.11.0'],
  [
    'image-unknown',
    "pull access denied for a/b, repository does not exist or may require 'docker login': denied",
  ],
  ['image-tag-unknown', 'manifest for a/b:nine not found: manifest unknown: manifest unknown'],
  ['image-tag-unknown', 'no matching manifest for linux/arm64/v8 in the manifest list entries'],
  ['registry-limit', 'toomanyrequests: You have reached your pull rate limit.'],
  ['registry-unreachable', 'Get "https://r.example/v2/": dial tcp: lookup r.example: no such host'],
  [
    'registry-unreachable',
    'Get "https://r.example/v2/": net/http: request canceled (Client.Timeout exceeded)',
  ],
  ['disk-full', 'failed to register layer: write /x: no space left on device'],
  ['program-missing', 'OCI runtime create failed: exec: "vllm": executable file not found in $PATH: unknown'],
  ['network-missing', 'network bridge not found'],
  ['docker-refused', 'something that nobody has seen before'],
])('%s is what "%s" means', (code, words) => {
  const outcome = dockerRefusal('start the container', 'a/b:nine', words);
  expect(outcome).toMatchObject({ ok: false, problem: { code, message: expect.stringContaining(words) } });
});

test('a container is asked for in the words of the Engine API', () => {
  const docker = {
    image: 'a:1',
    gpus: 'all',
    ports: { 8001: 8000, '0.0.0.0:8002': 8000, 9001: 9000 },
    ipc: 'private',
    shmSize: '1g',
    entrypoint: ['serve'],
    volumes: { '~/m': '/m', '/n': '/n:ro' },
    healthcheck: { command: ['true'], interval: '5s', timeout: '1s', startPeriod: '2s', retries: 2 },
    stopTimeout: '1500ms',
  };
  const plan = parsePlan(
    JSON.stringify({
      version: 1,
      name: 'p',
      targets: [{ name: 'a', url: 'http://h', deploy: { docker } }],
      suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
    }),
    'p',
  );
  const deploy = plan.targets[0]?.deploy;
  if (deploy?.kind !== 'docker') throw new Error('the plan has no container');
  const facts = {
    arguments: ['--x', 'y z'],
    variables: { A: 'b=c' },
    labels: { l: '1' },
    homeFolder: '/home/me',
  };
  expect(containerBody(deploy.docker, facts)).toEqual({
    Image: 'a:1',
    Cmd: ['--x', 'y z'],
    Entrypoint: ['serve'],
    Env: ['A=b=c'],
    Labels: { l: '1' },
    Tty: false,
    ExposedPorts: { '8000/tcp': {}, '9000/tcp': {} },
    StopTimeout: 2,
    Healthcheck: {
      Test: ['CMD', 'true'],
      Interval: 5_000_000_000,
      Timeout: 1_000_000_000,
      StartPeriod: 2_000_000_000,
      Retries: 2,
    },
    HostConfig: {
      Binds: ['/home/me/m:/m', '/n:/n:ro'],
      PortBindings: {
        '8000/tcp': [
          { HostIp: '127.0.0.1', HostPort: '8001' },
          { HostIp: '0.0.0.0', HostPort: '8002' },
        ],
        '9000/tcp': [{ HostIp: '127.0.0.1', HostPort: '9001' }],
      },
      IpcMode: 'private',
      ShmSize: 1_073_741_824,
      DeviceRequests: [{ Driver: '', Capabilities: [['gpu']], Count: -1 }],
      RestartPolicy: { Name: 'no' },
    },
  });
});

const frame = (stream: 1 | 2, text: string): Buffer => {
  const bytes = Buffer.from(text);
  const header = Buffer.from([stream, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
};

test('the two streams of a container come apart wherever the bytes are cut', () => {
  const whole = Buffer.concat([frame(1, 'out '), frame(2, 'err'), frame(1, ''), frame(1, 'more')]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length }), (size) => {
      const texts = { stdout: '', stderr: '' };
      const read = createFrameReader((stream, bytes) => {
        texts[stream] += Buffer.from(bytes).toString();
      });
      for (let start = 0; start < whole.length; start += size) read(whole.subarray(start, start + size));
      expect(texts).toEqual({ stdout: 'out more', stderr: 'err' });
    }),
  );
});

test('a pull is told when a layer or a percent is done, not with every message', () => {
  const count = createPullCounter('a:1');
  expect(count({ status: 'Pulling from library/a', id: '1' })).toBeNull();
  expect(count({ status: 'Pulling fs layer', id: 'x' })).toMatchObject({ layers: 1, layersDone: 0 });
  expect(count({ status: 'Downloading', id: 'x', progressDetail: { current: 500, total: 1000 } })).toEqual({
    image: 'a:1',
    layers: 1,
    layersDone: 0,
    downloadedBytes: 500,
    totalBytes: 1000,
  });
  expect(count({ status: 'Downloading', id: 'x', progressDetail: { current: 501, total: 1000 } })).toBeNull();
  expect(count({ status: 'Pull complete', id: 'x' })).toMatchObject({ layersDone: 1, downloadedBytes: 1000 });
});
