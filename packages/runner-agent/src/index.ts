export { type AgentClient, createAgentClient } from './client/agent-client.ts';
export { createDeployer, type DeployerOptions } from './deployments/create-deployer.ts';
export type {
  Deployer,
  Deployment,
  DeploymentEvents,
  DeploymentOrder,
} from './deployments/deployer.ts';
export type { DeploymentDescription } from './deployments/deployment-description.ts';
export type {
  DeploymentFailure,
  DeploymentState,
  ServerExit,
  StartingStep,
  StartupFigures,
} from './deployments/deployment-state.ts';
export { publishedPorts } from './deployments/docker/published-ports.ts';
export type { PullProgress } from './deployments/docker/pull-progress.ts';
export type { LogLimits, LogLine } from './deployments/logs/log-buffer.ts';
export type { Orphan } from './deployments/orphan.ts';
export {
  type DryRun,
  type DryRunOptions,
  type DryRunStep,
  describeDryRun,
  dryRunText,
} from './deployments/printing/dry-run.ts';
export {
  type FirstTokenRequest,
  firstTokenChat,
  firstTokenCompletion,
} from './deployments/readiness/first-token.ts';
export type { JobEvent } from './events/job-event.ts';
export type { JobRecord } from './jobs/job-record.ts';
export type { UploadedFile, WrittenSubmission } from './jobs/job-submission.ts';
export type { LocalAgentOptions } from './local/agent-deps.ts';
export { type LocalAgent, openLocalAgent } from './local/open-local-agent.ts';
export { type ListenOptions, serveLocalAgent } from './local/serve-local-agent.ts';
export {
  type AgentPolicy,
  closedPolicy,
  parseAgentPolicy,
  unrestrictedPolicy,
} from './policy/agent-policy.ts';
export { type GpuLabel, type GpuPanel, gpuPanelOf } from './probes/gpu-panel.ts';
