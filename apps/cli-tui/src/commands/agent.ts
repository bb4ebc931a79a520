import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { AgentCommandFlags } from '../flags/agent-command-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Off loopback a token is required. The API is described at /reference and /openapi.json. Others name this agent in
their config, and measure on it with kneepoint compare PLAN --agent NAME.`,
  examples: [
    'kneepoint agent --policy agent.yaml',
    'KNEEPOINT_TOKEN=... kneepoint agent --host 0.0.0.0 --token-env KNEEPOINT_TOKEN --policy agent.yaml',
  ],
  more: `A policy says what may be started; what is on no list is refused:
  version: 1
  images: ["vllm/vllm-openai:*", "lmsysorg/sglang:*"]
  commands: [[vllm, serve], [python, -m, sglang.launch_server]]
  mounts: [~/.cache/huggingface]
  environment: [HF_TOKEN]
  ports: ["8000-8100"]
  hostNamespaces: [ipc]`,
  exits: { 0: 'ended by Ctrl-C or SIGTERM', 1: 'internal error', 2: 'usage: port, policy or state folder' },
};

/** `kneepoint agent`: deploys, watches and measures on this host for others who ask. */
export function addAgentCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const agent = program
    .command('agent')
    .description('the agent on a GPU host: deploys servers and measures them for kneepoint compare --agent')
    .option('--port <number>', 'port to listen on', '7321')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--policy <file>', 'what may be deployed and read (default: nothing)')
    .option('--token-env <name>', 'environment variable that holds the token that others have to show')
    .option('--state <folder>', 'where jobs are kept (default: ~/.local/state/kneepoint/agent)')
    .option('--quiet', 'print nothing but its address, as JSON')
    .action(async (flags: AgentCommandFlags) => {
      const { runAgent } = await import('../run/agent.ts');
      exit.code = await runAgent(flags, context);
    });
  addHelpTexts(agent, texts);
}
