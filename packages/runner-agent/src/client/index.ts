export type { JobEvent } from '../events/job-event.ts';
export type { JobRecord } from '../jobs/job-record.ts';
export { isEnded, type JobState } from '../jobs/job-state.ts';
export { findListeningAgent, type ListeningPlace } from '../jobs/listening-place.ts';
export { type GpuLabel, type GpuPanel, gpuPanelOf } from '../probes/gpu-panel.ts';
export { type AgentClient, type AgentPlace, createAgentClient } from './agent-client.ts';
export type { FollowOptions } from './follow-job.ts';
export { reasonOf } from './reason-of.ts';
