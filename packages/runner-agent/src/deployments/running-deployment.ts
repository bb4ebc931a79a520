import { becomeReady } from './become-ready.ts';
import type { Deployment, DeploymentEvents, DeploymentOrder } from './deployer.ts';
import type { ServerExit } from './deployment-state.ts';
import { exitProblem, failureOf } from './failure-texts.ts';
import type { Launch, Launched, LaunchSink } from './launcher.ts';
import { createLineOutput } from './logs/line-output.ts';
import { createLogBuffer, type LogLimits } from './logs/log-buffer.ts';
import type { DeploymentProblem } from './outcome.ts';
import type { Redact } from './redaction.ts';
import { unknownStartup } from './startup-figures.ts';
import { createStateHolder } from './state-holder.ts';

/** What a deployment is made of. */
export type RunningParts = {
  readonly launch: Launch;
  readonly redact: Redact;
  readonly limits: LogLimits;
};

/** Starts the deployment; from here on its state tells what becomes of it. */
export function runDeployment(
  order: DeploymentOrder,
  events: DeploymentEvents,
  parts: RunningParts,
): Deployment {
  const { redact, limits } = parts;
  const log = createLogBuffer(limits, redact);
  const output = createLineOutput(log.append, limits.lineLength);
  const states = createStateHolder((state) => events.stateChange?.(state));
  const interrupt = new AbortController();
  const sink: LaunchSink = {
    step: (step) => states.enter({ kind: 'starting', step }),
    pullProgress: (progress) => events.pullProgress?.(progress),
    output: output.push,
    redact,
    signal: interrupt.signal,
  };
  const life = createLife(order, parts.launch, sink);
  const finish = ({ problem, exit }: LifeEnd): void => {
    output.flush();
    log.end();
    const told = problem === null ? null : { ...problem, message: redact(problem.message) };
    if (told === null) states.enter({ kind: 'stopped', exit });
    else states.enter({ kind: 'failed', failure: failureOf(told, exit, log) });
  };
  void life.run((startup) => states.enter({ kind: 'ready', startup })).then(finish);
  return {
    id: order.id,
    state: states.now,
    settled: states.settled,
    ended: states.ended,
    logs: log.follow,
    logLines: log.total,
    describe: async () => life.launched()?.describe() ?? { kind: 'none', reason: 'nothing was started' },
    startup: life.startup,
    stop: async () => {
      interrupt.abort();
      return states.ended;
    },
    release: life.release,
  };
}

type LifeEnd = { readonly problem: DeploymentProblem | null; readonly exit: ServerExit | null };

type Life = {
  /** From the launch until nothing of it runs any more; never rejects. */
  readonly run: (ready: (startup: ReturnType<Life['startup']>) => void) => Promise<LifeEnd>;
  readonly launched: () => Launched | null;
  readonly startup: Deployment['startup'];
  readonly release: () => Promise<void>;
};

function createLife(order: DeploymentOrder, launch: Launch, sink: LaunchSink): Life {
  let launched: Launched | null = null;
  let startup = unknownStartup('the server did not become ready');
  let released = false;
  const untilEnd = async (ready: Parameters<Life['run']>[0]): Promise<LifeEnd> => {
    const outcome = await launch(sink);
    if (!outcome.ok) return { problem: sink.signal.aborted ? null : outcome.problem, exit: null };
    launched = outcome.value;
    const became = await becomeReady(order, launched, sink);
    if (became.kind === 'ended') return became;
    startup = became.startup;
    ready(startup);
    const exit = await Promise.race([launched.exited, aborted(sink.signal)]);
    return exit === null ? { problem: null, exit: null } : { problem: exitProblem(exit, true), exit };
  };
  const run = async (ready: Parameters<Life['run']>[0]): Promise<LifeEnd> => {
    const end = await untilEnd(ready).catch(faultOf);
    if (launched === null || released) return end;
    const stopped = await launched.stop();
    if (!stopped.ok) return { problem: stopped.problem, exit: end.exit };
    return { problem: end.problem, exit: end.exit ?? stopped.value };
  };
  return {
    run,
    launched: () => launched,
    startup: () => startup,
    release: async () => {
      released = true;
      await launched?.release();
    },
  };
}

function faultOf(error: unknown): LifeEnd {
  const message = `Kneepoint itself met a fault: ${error instanceof Error ? error.message : String(error)}`;
  return { problem: { code: 'internal', message, hint: null }, exit: null };
}

async function aborted(signal: AbortSignal): Promise<null> {
  if (signal.aborted) return null;
  return new Promise((settle) => signal.addEventListener('abort', () => settle(null), { once: true }));
}
