import type { Result } from '@kneepoint/core';
import { Listeners } from '../events/listeners.ts';
import { PassingFeed } from '../events/passing-feed.ts';
import { DeploymentDesk } from '../jobs/deployment-desk.ts';
import { JobDesk } from '../jobs/job-desk.ts';
import type {
  Benchmark,
  Deployer,
  DescribeResult,
  EnvironmentReader,
  FirstTokenOf,
  Probes,
} from '../jobs/ports.ts';
import type { Access } from '../policy/access.ts';
import type { AgentPolicy } from '../policy/agent-policy.ts';
import { createRedactor, secretsOf } from '../policy/redact.ts';
import { type AgentApp, agentApp } from './agent-app.ts';
import { AgentMetrics } from './agent-metrics.ts';

/** What an agent is made of. The ports are the lead's to fill: deployments, probes, facts of the host, the measuring itself. */
export type AgentDeps = {
  /** A folder of the agent's own: its jobs, and what it has started. */
  readonly stateFolder: string;
  readonly access: Access;
  readonly policy: AgentPolicy;
  readonly deployer: Deployer;
  readonly benchmark: Benchmark;
  readonly environment: EnvironmentReader;
  readonly probes: Probes;
  readonly firstTokenOf: FirstTokenOf;
  readonly describeResult: DescribeResult;
  /** The environment of this process: keys of targets come from it, and what is secret in it is redacted. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** More texts that nobody may see, such as the agent's own token. */
  readonly secrets: readonly string[];
  readonly tool: Result['tool'];
  /** Events per second that this host was calibrated to read; `null` where it was not. */
  ceiling(): number | null;
  readonly streams?: StreamTimes;
};

/** Times of streams, in milliseconds. */
export type StreamTimes = {
  /** A quiet stream says so often that it is alive. */
  readonly heartbeatMillis: number;
  /** A reader that takes nothing for so long is dropped; more than a heartbeat. */
  readonly stallMillis: number;
};

/** An agent: its API, and its life. */
export type Agent = {
  readonly app: AgentApp;
  /** Settles when what an agent before this one left is cleared away, with what was found and stopped; jobs run from then on. Rejects where the state folder cannot be read or written. */
  readonly recovered: Promise<readonly string[]>;
  /** Ends the job that is under way, stops what was started, ends all streams. Jobs that wait stay for the next start. */
  close(): Promise<void>;
};

const usualTimes: StreamTimes = { heartbeatMillis: 10_000, stallMillis: 60_000 };

/** Makes an agent on a state folder. Throws a usage error where another agent has the folder. */
export async function createAgent(deps: AgentDeps): Promise<Agent> {
  const { policy, tool } = deps;
  const times = deps.streams ?? usualTimes;
  const secrets = [...deps.secrets, ...secretsOf(deps.variables)];
  const deployments = new DeploymentDesk(deps.deployer, policy.limits.deployments);
  const tools = {
    ...deps,
    host: deps.environment,
    environment: deps.variables,
    secrets,
    zero: deps.probes.zero,
  };
  const jobs = await JobDesk.open(deps.stateFolder, tools, deployments);
  const listeners = new Listeners(policy.limits.listeners, times.stallMillis);
  const probes = new PassingFeed();
  const unsubscribe = deps.probes.subscribe((sample) => {
    if (listeners.count > 0) probes.push('probe', sample);
  });
  const sweeping = setInterval(() => listeners.sweep(), Math.min(5000, times.stallMillis));
  sweeping.unref();
  const app = agentApp({
    jobs,
    deployments,
    environment: deps.environment,
    probes,
    listeners,
    access: deps.access,
    policy,
    redactor: createRedactor(secrets),
    metrics: new AgentMetrics(),
    version: { version: tool.version, commit: tool.commit, node: tool.node },
    heartbeatMillis: times.heartbeatMillis,
  });
  const recovered = jobs.recover();
  // Whoever awaits it hears of a failure; where nobody does, the agent still answers and says that no job runs.
  recovered.catch(() => undefined);
  return {
    app,
    recovered,
    close: async () => {
      clearInterval(sweeping);
      unsubscribe();
      await jobs.close();
      await deployments.stopAll();
      listeners.closeAll();
    },
  };
}
