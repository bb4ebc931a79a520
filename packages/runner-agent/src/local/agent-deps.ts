import { join } from 'node:path';
import { assembleResult, type OwnResult, runBenchmark } from '@kneepoint/core';
import type { AgentDeps } from '../api/create-agent.ts';
import { createDeployer } from '../deployments/create-deployer.ts';
import { firstTokenChat, firstTokenCompletion } from '../deployments/readiness/first-token.ts';
import { openHost } from '../host/open-host.ts';
import type { FirstTokenOf } from '../jobs/ports.ts';
import type { AgentPolicy } from '../policy/agent-policy.ts';

/** What an agent on this host is made with. */
export type LocalAgentOptions = {
  /** A folder of the agent's own. */
  readonly stateFolder: string;
  /** The same name after a restart: containers carry it. */
  readonly agentId: string;
  readonly policy: AgentPolicy;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly secrets: readonly string[];
  readonly tool: OwnResult['tool'];
  /** Events per second that this host was calibrated to read; `null` where it was not. */
  ceiling(): number | null;
  /** Told what could not be watched. */
  readonly warn: (text: string) => void;
};

/** The parts of an agent that deploys, watches and measures on this very host, and how to end them. */
export async function localAgentDeps(
  options: LocalAgentOptions,
): Promise<{ readonly deps: Omit<AgentDeps, 'access'>; close(): Promise<void> }> {
  const { stateFolder, agentId, policy, variables, secrets, tool, ceiling, warn } = options;
  const host = await openHost({ environment: variables, warn });
  const deployer = await createDeployer({
    agentId,
    stateFolder: join(stateFolder, 'deployments'),
    environment: variables,
    secrets,
  });
  return {
    deps: {
      stateFolder,
      policy,
      deployer,
      benchmark: { run: runBenchmark, assemble: assembleResult },
      environment: host.environment,
      probes: host.probes,
      firstTokenOf,
      describeResult: host.describeResult,
      variables,
      secrets,
      tool,
      ceiling,
    },
    close: async () => {
      await deployer.close();
      await host.close();
    },
  };
}

/** SGLang and vLLM answer both; a chat is what most other servers have. */
const firstTokenOf: FirstTokenOf = (target, plan) => {
  const model = target.model ?? plan.model.id ?? null;
  return target.engine === 'vllm' || target.engine === 'sglang'
    ? firstTokenCompletion(model)
    : firstTokenChat(model);
};
