import type { LocalTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const localHelp: HelpWords<LocalTrouble['kind']> = {
  'plan-invalid': ({ problems }) => ({
    what: `the plan has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}; nothing was measured`,
    why: null,
    tries: ['correct the plan at the lines above; kneepoint init writes one with a remark on everything'],
    commands: [],
  }),
  'file-missing': ({ role, path }) => ({
    what: `there is no ${fileRoles[role]} ${path}`,
    why: 'the name is misspelt, or the path starts from another folder than this one',
    tries: [
      `check the path${role === 'plan' ? '; a new plan is written by kneepoint init' : role === 'policy' ? '; kneepoint agent --help shows a policy' : ''}`,
    ],
    commands: [`ls -l ${folderOf(path)}`],
  }),
  'file-forbidden': ({ path }) => ({
    what: `this user may not read ${path}`,
    why: 'the file or its folder belongs to another user',
    tries: ['check its rights'],
    commands: [`ls -l ${path}`],
  }),
  'output-exists': ({ said }) => ({
    what: said,
    why: 'nothing is ever overwritten: an earlier result may be there',
    tries: ['choose another name with --output, or remove the file first'],
    commands: [],
  }),
  'disk-full': ({ said }) => ({
    what: said,
    why: 'there is no room left on the disk',
    tries: ['free some space, or choose another folder with --output'],
    commands: ['df -h'],
  }),
  'port-in-use': ({ said }) => ({
    what: said,
    why: 'another program listens on this port already, perhaps an earlier start of the same',
    tries: ['choose another port with --port, or end what listens there'],
    commands: ['ss -ltnp'],
  }),
  'agent-unreachable': ({ said }) => ({
    what: said,
    why: 'no agent runs there, it listens on its own host alone, or a firewall is in between',
    tries: [
      'check the address, and that kneepoint agent runs on that host',
      'off its own host it has to listen openly, with a token: kneepoint agent --host 0.0.0.0 --token-env NAME',
    ],
    commands: [],
  }),
  'agent-foreign': ({ said }) => ({
    what: said,
    why: 'another program than an agent listens at this address',
    tries: ['check the address: an agent says it when it starts, and usually has port 7321'],
    commands: [],
  }),
  'agent-token': ({ said }) => ({
    what: said,
    why: 'the agent was started with a token, and this command has none or another one',
    tries: ["put the agent's token into an environment variable and name it with --token-env NAME"],
    commands: ['export AGENT_TOKEN=...'],
  }),
  'policy-refuses': () => ({
    what: "the agent's policy does not allow what this plan asks for",
    why: 'an agent starts only what its policy file names: images, commands, mounts, variables',
    tries: [
      'ask whoever runs the agent to allow it there, or change the plan; kneepoint agent --help shows a policy',
    ],
    commands: [],
  }),
  'docker-missing': ({ said }) => ({
    what: said,
    why: 'Docker is not installed or not running, or this user may not use it',
    tries: [
      'start Docker, or let this user use it',
      'or give running servers by their url instead of deploy',
    ],
    commands: ['docker info'],
  }),
  'image-missing': ({ said }) => ({
    what: said,
    why: 'the name or tag of the image is misspelt, or the registry wants a login',
    tries: ['check name and tag in the plan, and fetch the image by hand'],
    commands: ['docker pull IMAGE'],
  }),
  'gpu-runtime-missing': ({ said }) => ({
    what: said,
    why: 'containers see a GPU only with the NVIDIA container toolkit',
    tries: ['install nvidia-container-toolkit, set it up for Docker, and restart Docker'],
    commands: ['sudo nvidia-ctk runtime configure --runtime=docker', 'sudo systemctl restart docker'],
  }),
  'start-too-slow': ({ said }) => ({
    what: said,
    why: 'a large model, a first download or a cold disk takes longer than was allowed',
    tries: ['allow more time with ready.timeout in the plan, and read the log of the server'],
    commands: [],
  }),
  'no-server-found': () => ({
    what: 'no inference server was found on the usual ports of this host',
    why: 'none is started, it is still loading, or it listens on another port or host',
    tries: [
      'name a server: kneepoint init --url http://HOST:PORT',
      'to try it out without one, start two simulated servers, each in a terminal of its own:',
    ],
    commands: [
      'kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001',
      'kneepoint sim --profile rtx5090-sglang-qwen3-8b --port 8002',
    ],
  }),
};

const folderOf = (path: string): string => path.replace(/\/?[^/]*$/, '') || '.';

const fileRoles = { plan: 'plan', result: 'result file', policy: 'policy file', other: 'file' } as const;
