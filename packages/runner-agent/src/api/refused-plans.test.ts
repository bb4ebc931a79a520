import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAgentClient } from '../client/agent-client.ts';
import { smallPlan } from '../jobs/testing/agent-for-tests.ts';
import { parseAgentPolicy } from '../policy/agent-policy.ts';
import { serve, token } from './testing/served-agent.ts';

const policyText = (folder: string): string => `version: 1
images: ["vllm/vllm-openai:v0.11.0", "registry.example/team/*"]
commands: [[vllm, serve]]
mounts: ["${folder}/models"]
environment: [OMP_NUM_THREADS]
ports: ["8000-8010"]
`;

test.each([
  ['an image that is not listed', 'docker: { image: "evil/miner:1", ports: { 8001: 8000 } }', 'evil/miner:1'],
  [
    'an image whose name only begins like a listed one',
    'docker: { image: "vllm/vllm-openai:v0.11.0-evil", ports: { 8001: 8000 } }',
    'v0.11.0-evil',
  ],
  [
    'a mount of /etc',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { /etc: /x } }',
    'mount "/etc"',
  ],
  [
    'a mount beside an allowed folder',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { FOLDER/models-evil: /x } }',
    'models-evil',
  ],
  [
    'a mount of a link that leads out of its folder',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { FOLDER/models/link: /x } }',
    'models/link',
  ],
  ['another port', 'docker: { image: "registry.example/team/a", ports: { 22: 8000 } }', 'port 22'],
  [
    'a port for everybody',
    'docker: { image: "registry.example/team/a", ports: { "0.0.0.0:8001": 8000 } }',
    '0.0.0.0',
  ],
  [
    'the memory of the host',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, ipc: host }',
    'ipc: host',
  ],
  [
    'another entry point',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, entrypoint: [sh, -c, ls] }',
    'sh -c ls',
  ],
  ['another command', 'process: { command: [python3, -c, "1", --port, 8001] }', 'python3'],
  ['a command with shell signs', 'process: { command: ["vllm serve; rm -rf ~", --port, 8001] }', 'rm -rf'],
  [
    'a command whose words only begin like allowed ones',
    'process: { command: [vllm, serve-evil, --port, 8001] }',
    'serve-evil',
  ],
  ['a shell', 'process: { command: [sh, -c, "vllm serve $(id)", --port, 8001] }', 'sh -c'],
  [
    'another variable',
    'process: { command: [vllm, serve, --port, 8001], env: { LD_PRELOAD: /tmp/x.so } }',
    'LD_PRELOAD',
  ],
  [
    "a variable of the agent's own",
    'process: { command: [vllm, serve, { fromEnv: AWS_SECRET }, --port, 8001] }',
    'AWS_SECRET',
  ],
  [
    'another working directory',
    'process: { command: [vllm, serve, --port, 8001], workingDirectory: / }',
    'working directory',
  ],
])('%s is not started', async (_, deploy, named) => {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'models'));
  mkdirSync(join(folder, 'models-evil'));
  symlinkSync('/etc', join(folder, 'models', 'link'));
  const { url } = await serve({ policy: parseAgentPolicy(policyText(folder), 'agent.yaml') });
  const client = createAgentClient({ url, token });
  const plan = smallPlan([`  - { name: x, deploy: { ${deploy.replaceAll('FOLDER', folder)} } }`]);
  const refused = { code: 'not-allowed', message: expect.stringContaining(named) };
  await expect(client.submitJob({ plan })).rejects.toMatchObject(refused);
  await expect(client.startDeployment({ plan, target: 'x' })).rejects.toMatchObject(refused);
  expect(await client.jobs()).toEqual([]);
  expect(await client.deployments()).toEqual([]);
});

test('a mount of the whole host is refused by the plan itself', async () => {
  const { url } = await serve();
  const deploy = 'docker: { image: a, ports: { 8001: 8000 }, volumes: { /: /host } }';
  const plan = smallPlan([`  - { name: x, deploy: { ${deploy} } }`]);
  await expect(createAgentClient({ url, token }).submitJob({ plan })).rejects.toMatchObject({
    code: 'plan-invalid',
  });
});

test.each([
  ['the key of another variable', '{ name: x, url: "http://127.0.0.1:1", apiKeyEnv: HOME }', 'HOME'],
  ['a host inside the network', '{ name: x, url: "http://169.254.169.254" }', '169.254.169.254'],
  ['the socket of a container engine', '{ name: x, url: "unix:/var/run/docker.sock" }', 'socket'],
  [
    'a file of the host as a certificate',
    '{ name: x, url: "https://127.0.0.1:1", tls: { ca: /etc/shadow } }',
    '/etc/shadow',
  ],
])('a job is not given %s', async (_, target, named) => {
  const { url } = await serve();
  await expect(
    createAgentClient({ url, token }).submitJob({ plan: smallPlan([`  - ${target}`]) }),
  ).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining(named),
  });
});
