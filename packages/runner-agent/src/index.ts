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
export type { PullProgress } from './deployments/docker/pull-progress.ts';
export type { LogLimits, LogLine } from './deployments/logs/log-buffer.ts';
export type { Orphan } from './deployments/orphan.ts';
export { printCompose } from './deployments/printing/compose-text.ts';
export {
  type DryRun,
  type DryRunOptions,
  type DryRunStep,
  describeDryRun,
  dryRunText,
} from './deployments/printing/dry-run.ts';
export { printDockerRun } from './deployments/printing/print-docker-run.ts';
export {
  type FirstTokenRequest,
  firstTokenChat,
  firstTokenCompletion,
} from './deployments/readiness/first-token.ts';
