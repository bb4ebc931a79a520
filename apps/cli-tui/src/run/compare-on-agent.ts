import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  exitCodes,
  KneepointError,
  type OwnResult,
  type Plan,
  RequestRecordsWriter,
  readOwnResultFile,
  writeResultFile,
} from '@kneepoint/core';
import type { AgentClient, JobRecord } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import type { OutputFolder } from '../documents/output-folder.ts';
import type { AgentFlags } from '../flags/agent-flags.ts';
import { AgentClock } from '../live/agent-clock.ts';
import { openWatcher } from '../live/open-watcher.ts';
import type { RunContext } from '../live/run-context.ts';
import { RunSteering } from '../live/run-steering.ts';
import { stateFolder } from '../state-folder.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { failedTargetsText } from './failed-targets-text.ts';
import { watchInterrupts } from './interrupts.ts';
import { jobControls } from './job-controls.ts';
import { followJob } from './job-progress.ts';
import { openAgent } from './open-agent.ts';
import { submitPlan } from './submit-plan.ts';

/** A plan that an agent is to run. */
export type AgentRun = {
  readonly plan: Plan;
  readonly planPath: string;
  readonly planText: string;
  readonly folder: OutputFolder;
  readonly recordsName: string;
  readonly keep: boolean;
  readonly servers: 'auto' | 'together' | 'one-by-one';
  readonly resume: string | undefined;
  readonly agent: AgentFlags;
};

/** What came of it: the result, which is in the folder as well, and how the command is to end. */
export type AgentOutcome = {
  readonly result: OwnResult;
  readonly exit: { readonly code: number; readonly reason: string };
};

/**
 * Runs a plan as a job of an agent, here or elsewhere, watched as the context says. The agent deploys what the plan says,
 * measures, and stops what it started. Throws where nothing at all was measured.
 */
export async function compareOnAgent(run: AgentRun, context: RunContext): Promise<AgentOutcome> {
  const earlier = run.resume === undefined ? null : await readOwnResultFile(run.resume);
  const steering = new RunSteering();
  const clock = new AgentClock();
  const unwatch = watchInterrupts(steering);
  const watched = { name: run.plan.name, steering, clock: () => clock.now(Date.now()) };
  const watcher = await openWatcher(watched, context);
  const warn = (text: string): void => watcher.say(`note: ${text}`);
  try {
    const agent = await openUnlessQuit(openAgent(run.agent, context, warn), steering);
    try {
      const job = await submitPlan(agent, { ...run, earlier }, context);
      steering.attach(jobControls(agent.client, job.id, warn), (event) => watcher.tell(event));
      const resultPath = run.folder.path('result.json');
      await followJob(job.id, { client: agent.client, watcher, clock, resultPath });
      const outcome = await takeOutcome(agent.client, job.id, { run, earlier, language: context.language });
      // What an agent of this process keeps of a job is in the folder by now.
      if (agent.isHere) await forget(job.id, context);
      return outcome;
    } finally {
      await agent.close();
    }
  } finally {
    watcher.close();
    unwatch();
  }
}

type OpenedAgent = Awaited<ReturnType<typeof openAgent>>;

/** An agent that does not answer must not keep a person who has had enough; what opens later is closed again. */
function openUnlessQuit(opening: Promise<OpenedAgent>, steering: RunSteering): Promise<OpenedAgent> {
  const quit = steering.quitEarly.then(() => {
    opening.then((agent) => agent.close()).catch(() => {});
    throw new KneepointError('interrupted before the job was handed to the agent', {
      code: 'interrupted',
      exitCode: exitCodes.interrupted,
    });
  });
  return Promise.race([opening, quit]);
}

type Wanted = {
  readonly run: AgentRun;
  readonly earlier: OwnResult | null;
  readonly language: MessageLanguage;
};

/** Takes a job's result and records home. */
async function takeOutcome(
  client: AgentClient,
  id: string,
  { run, earlier, language }: Wanted,
): Promise<AgentOutcome> {
  const record = await client.job(id);
  if (!record.hasResult) throw nothingMeasured(record, language);
  const measured = await client.result(id);
  const path = run.folder.path(run.recordsName);
  const kept = earlier === null ? 0 : await keepRecords(path, earlier);
  const { count } = measured.requests;
  // Files of gzip may stand one after the other in one file.
  if (count > 0)
    await pipeline(
      Readable.fromWeb((await client.requestRecords(id)) as never),
      createWriteStream(path, { flags: kept > 0 ? 'a' : 'w' }),
    );
  const result = { ...measured, requests: { ...measured.requests, count: kept + count } };
  await writeResultFile(run.folder.path('result.json'), result);
  return { result, exit: record.exit ?? { code: exitCodes.ok, reason: 'completed' } };
}

/** Of an interrupted run's records those of finished stages stay; returns how many. */
async function keepRecords(path: string, { stages }: OwnResult): Promise<number> {
  const finished = stages.filter(({ status }) => status === 'completed').map((stage) => stage.id);
  const records = await RequestRecordsWriter.open(path, new Set(finished));
  await records.close();
  return records.count;
}

function nothingMeasured({ failure, targets, exit }: JobRecord, language: MessageLanguage): KneepointError {
  const shown = failedTargetsText(targets, language);
  const message = failure?.message ?? exit?.reason ?? 'nothing was measured';
  const hint = [failure?.hint ?? null, shown === '' ? null : shown]
    .filter((text) => text !== null)
    .join('\n');
  const exitCode = exit?.code === exitCodes.interrupted ? exitCodes.interrupted : exitCodes.targetUnreachable;
  const code = exit?.code === exitCodes.usage ? exitCodes.usage : exitCode;
  return new KneepointError(message, {
    code: failure?.code ?? 'nothing-measured',
    exitCode: code,
    ...(hint === '' ? {} : { hint }),
  });
}

const forget = (id: string, context: CommandContext): Promise<void> =>
  rm(join(stateFolder(context), 'own-agent', 'jobs', id), { recursive: true, force: true });
