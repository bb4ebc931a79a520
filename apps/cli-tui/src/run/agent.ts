import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exitCodes, usageError } from '@kneepoint/core';
import { closedPolicy, parseAgentPolicy, serveLocalAgent } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import type { AgentCommandFlags } from '../flags/agent-command-flags.ts';
import { stateFolder } from '../state-folder.ts';
import { wordsOf } from '../words/words-of.ts';
import { tokenOf } from './agent-token.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { toolOfRun } from './tool-version.ts';

/** Serves as an agent until Ctrl-C or SIGTERM; returns the exit code. */
export async function runAgent(flags: AgentCommandFlags, context: CommandContext): Promise<number> {
  const { stderr } = context;
  const say = (text: string): void => {
    if (flags.quiet !== true) stderr.write(`${text}\n`);
  };
  const words = wordsOf(context.language).run.agent;
  const folder = resolve(flags.state ?? join(stateFolder(context), 'agent'));
  const token = tokenOf(flags, context);
  const policy = await readPolicy(flags.policy);
  const agent = await serveLocalAgent(
    {
      stateFolder: folder,
      // The same after a restart, and another one for another folder.
      agentId: createHash('sha256').update(folder).digest('hex').slice(0, 16),
      policy,
      variables: context.environment,
      secrets: token === null ? [] : [token],
      tool: toolOfRun(),
      ceiling: () => readHostCeiling(context),
      warn: say,
    },
    { host: flags.host, port: portOf(flags.port), token },
  );
  context.stdout.write(`${JSON.stringify({ event: 'listening', url: agent.url })}\n`);
  say(words.listening(agent.url, token === null));
  for (const what of await agent.recovered) say(words.recovered(what));
  await ended();
  say(words.ending);
  await agent.close();
  return exitCodes.ok;
}

async function readPolicy(path: string | undefined): ReturnType<typeof readPolicyFile> {
  return path === undefined ? closedPolicy : readPolicyFile(path);
}

async function readPolicyFile(path: string): Promise<typeof closedPolicy> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(
      'policy-unreadable',
      `the policy ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'give the path of a policy file; kneepoint agent --help shows one',
    );
  });
  return parseAgentPolicy(text, path);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw usageError(
    'agent-port',
    `--port "${text}" is no port`,
    'give a number from 0 (any free one) to 65535',
  );
}

/** Resolves with the first request to end. */
function ended(): Promise<void> {
  return new Promise((settle) => {
    process.once('SIGINT', () => settle());
    process.once('SIGTERM', () => settle());
  });
}
