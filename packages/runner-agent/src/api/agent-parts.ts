import type { Listeners } from '../events/listeners.ts';
import type { PassingFeed } from '../events/passing-feed.ts';
import type { DeploymentDesk } from '../jobs/deployment-desk.ts';
import type { JobDesk } from '../jobs/job-desk.ts';
import type { EnvironmentReader } from '../jobs/ports.ts';
import type { Access } from '../policy/access.ts';
import type { AgentPolicy } from '../policy/agent-policy.ts';
import type { Redactor } from '../policy/redact.ts';
import type { AgentMetrics } from './agent-metrics.ts';

/** What the routes are made of. */
export type AgentParts = {
  readonly jobs: JobDesk;
  readonly deployments: DeploymentDesk;
  readonly environment: EnvironmentReader;
  readonly probes: PassingFeed;
  readonly listeners: Listeners;
  readonly access: Access;
  readonly policy: AgentPolicy;
  readonly redactor: Redactor;
  readonly metrics: AgentMetrics;
  readonly version: AgentVersion;
  /** A quiet stream says so often that it is alive, in milliseconds. */
  readonly heartbeatMillis: number;
};

/** What an agent says of itself. */
export type AgentVersion = {
  readonly version: string;
  readonly commit: string | null;
  readonly node: string;
};
