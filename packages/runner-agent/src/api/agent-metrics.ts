import type { Listeners } from '../events/listeners.ts';
import type { DeploymentDesk } from '../jobs/deployment-desk.ts';
import type { JobDesk } from '../jobs/job-desk.ts';
import { jobStates } from '../jobs/job-state.ts';

/** What the agent counts of its own work. */
export class AgentMetrics {
  readonly #startedAt = performance.now();
  readonly #answers = new Map<string, number>();

  /** Counts an answer by the first digit of its status. */
  answered(status: number): void {
    const kind = `${Math.floor(status / 100)}xx`;
    this.#answers.set(kind, (this.#answers.get(kind) ?? 0) + 1);
  }

  /** The agent's own figures in the Prometheus text format. */
  text(parts: {
    readonly jobs: JobDesk;
    readonly deployments: DeploymentDesk;
    readonly listeners: Listeners;
  }): string {
    const jobs = parts.jobs.list();
    const deployments = parts.deployments.list();
    const inState = (state: string): number => jobs.filter((job) => job.state === state).length;
    const running = (state: string): number => deployments.filter((one) => one.state === state).length;
    const memory = process.memoryUsage();
    return [
      family(
        'kneepoint_agent_jobs',
        'gauge',
        'Jobs by state.',
        jobStates.map((state) => [`{state="${state}"}`, inState(state)]),
      ),
      family(
        'kneepoint_agent_deployments',
        'gauge',
        'Deployments by state.',
        ['starting', 'ready', 'failed', 'stopped'].map((state) => [`{state="${state}"}`, running(state)]),
      ),
      family('kneepoint_agent_listeners', 'gauge', 'Open streams.', [['', parts.listeners.count]]),
      family(
        'kneepoint_agent_listeners_dropped_total',
        'counter',
        'Streams ended because their reader took nothing.',
        [['', parts.listeners.dropped]],
      ),
      family(
        'kneepoint_agent_answers_total',
        'counter',
        'Answers by the class of their status.',
        [...this.#answers].sort().map(([kind, count]) => [`{status="${kind}"}`, count]),
      ),
      family('kneepoint_agent_uptime_seconds', 'gauge', 'Since the agent started.', [
        ['', (performance.now() - this.#startedAt) / 1000],
      ]),
      family('kneepoint_agent_resident_memory_bytes', 'gauge', 'Memory of the agent process.', [
        ['', memory.rss],
      ]),
    ].join('');
  }
}

type Sample = readonly [labels: string, value: number];

function family(name: string, type: 'gauge' | 'counter', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
