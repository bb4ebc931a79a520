export type { FaultKind, SimulatedFault } from './faults/fault.ts';
export { faultForms, parseFaults } from './faults/parse-faults.ts';
export { adjustProfile, type ProfileAdjustments } from './profiles/adjust-profile.ts';
export { isProfileName, type ProfileName, profiles } from './profiles/profiles.ts';
export type { SimulatedEngine, SimulatedProfile, SimulatedTiming } from './profiles/simulated-profile.ts';
export { parseServeArguments, serveFlags } from './serve-arguments.ts';
export {
  type SimulatedServer,
  type SimulatedServerOptions,
  startSimulatedServer,
} from './simulated-server.ts';
export { SimulatorUsageError } from './simulator-usage-error.ts';
export type { DistributionSummary } from './truth/log-histogram.ts';
export type { TruthOutcome, TruthRequest, TruthSnapshot } from './truth/truth-recorder.ts';
