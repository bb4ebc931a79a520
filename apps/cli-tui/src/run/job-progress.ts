import { type ProgressField, type Result, writeResultFile } from '@kneepoint/core';
import type { AgentClient, JobEvent } from '@kneepoint/runner-agent';
import type { ProgressLine } from '../screen/progress-line.ts';

/** What a job's events are followed with. */
export type FollowTools = {
  readonly client: AgentClient;
  readonly line: ProgressLine;
  /** Where the result is kept here, after each stage. */
  readonly resultPath: string;
  /** A stream that broke off is asked for again; a person hears of it. */
  readonly warn: (text: string) => void;
};

/** Shows a job on stderr until it ends, and keeps its result here after each stage: a lost agent loses no finished stage. */
export async function followJob(id: string, { client, line, resultPath, warn }: FollowTools): Promise<void> {
  let fields: Readonly<Partial<Record<ProgressField, number>>> = {};
  const events = client.followJob(id, {
    reconnecting: () => warn('the connection to the agent is lost; trying again'),
  });
  for await (const event of events) {
    if (event.kind === 'progress') fields = event.fields;
    else if (event.kind === 'stage-started') {
      fields = {};
      const { stage, position, total } = event;
      line.start({ stage, position, total, read: (field) => fields[field] ?? 0 });
    } else if (event.kind === 'stage-ended') {
      line.stop();
      await keep(client, id, resultPath);
    } else for (const text of linesOf(event)) line.say(text);
  }
  line.stop();
}

async function keep(client: AgentClient, id: string, path: string): Promise<Result> {
  const result = await client.result(id);
  await writeResultFile(path, result);
  return result;
}

/** What a person reads of an event; logs of servers are shown only when one fails. */
function linesOf(event: JobEvent): readonly string[] {
  switch (event.kind) {
    case 'deployment':
      return [
        `${event.target}: ${deploymentWords[event.state]}${event.reason === null ? '' : `: ${event.reason}`}`,
      ];
    case 'target-found': {
      const { name, simulated, engine, version, model, api, url, notes } = event.target;
      const shown = version === null ? '' : ` ${version}`;
      const found = `${name}: ${simulated ? 'simulated ' : ''}${engine}${shown}, model ${model}, ${api}, ${url}`;
      return [found, ...notes.map((note) => `  note: ${note}`)];
    }
    case 'note':
      return [`note: ${event.text}`];
    default:
      return [];
  }
}

const deploymentWords = {
  starting: 'starting the server',
  ready: 'the server is ready',
  failed: 'the server did not start',
  stopped: 'the server was stopped',
  kept: 'the server was left running',
} as const;
