import { performance } from 'node:perf_hooks';
import type { DeploymentOrder } from './deployer.ts';
import type { ServerExit, StartupFigures } from './deployment-state.ts';
import { exitProblem, timeoutProblem } from './failure-texts.ts';
import type { Launched, LaunchSink } from './launcher.ts';
import type { DeploymentProblem } from './outcome.ts';
import { askFirstToken } from './readiness/first-token.ts';
import { createHttpProbe, type HttpProbe } from './readiness/http-probe.ts';
import { readyRoute } from './readiness/ready-route.ts';
import { type Readiness, waitUntilReady } from './readiness/wait-until-ready.ts';
import { measuredMillis, unknownMillis, unknownStartup } from './startup-figures.ts';

/** The server can serve, or why it never will. `problem` is null where somebody stopped it. */
export type BecameReady =
  | { readonly kind: 'ready'; readonly startup: StartupFigures }
  | { readonly kind: 'ended'; readonly problem: DeploymentProblem | null; readonly exit: ServerExit | null };

/** The wait where no plan bounds it: a server that already runs should answer soon. */
const externalTimeoutMillis = 10_000;

/** From the start on: the first healthy answer, then the first token. */
export async function becomeReady(
  order: DeploymentOrder,
  launched: Launched,
  sink: LaunchSink,
): Promise<BecameReady> {
  const probe = createHttpProbe(order.url, order);
  try {
    sink.step('waiting');
    const { deploy, engine } = order;
    const path = readyRoute(engine, deploy?.ready.path);
    const timeoutMillis = deploy === null ? externalTimeoutMillis : deploy.ready.timeout / 1000;
    const { exited } = launched;
    const body = deploy?.ready.body ?? null;
    const readiness = await waitUntilReady({ probe, path, body, timeoutMillis, exited, signal: sink.signal });
    if (readiness.kind !== 'ready') return endedBy(readiness, path, timeoutMillis);
    if (deploy === null) return { kind: 'ready', startup: unknownStartup('the server already ran') };
    return await withFirstToken(order, { launched, sink, probe });
  } finally {
    await probe.close();
  }
}

function endedBy(
  readiness: Exclude<Readiness, { readonly kind: 'ready' }>,
  path: string,
  timeoutMillis: number,
): BecameReady {
  switch (readiness.kind) {
    case 'exited':
      return { kind: 'ended', problem: exitProblem(readiness.exit, false), exit: readiness.exit };
    case 'timeout':
      return {
        kind: 'ended',
        problem: timeoutProblem(path, timeoutMillis, readiness.lastAnswer),
        exit: null,
      };
    case 'interrupted':
      return { kind: 'ended', problem: null, exit: null };
  }
}

type Running = { readonly launched: Launched; readonly sink: LaunchSink; readonly probe: HttpProbe };

async function withFirstToken(
  { firstToken }: DeploymentOrder,
  { launched, sink, probe }: Running,
): Promise<BecameReady> {
  const sinceStart = (): number => performance.now() - launched.startedAtMillis;
  const firstHealthyAnswer = measuredMillis(sinceStart());
  if (firstToken === null) {
    const startup = { firstHealthyAnswer, firstToken: unknownMillis('it was not asked for') };
    return { kind: 'ready', startup };
  }
  sink.step('first-token');
  const asked = await Promise.race([askFirstToken(probe, firstToken, sink.signal), launched.exited]);
  if ('kind' in asked) return { kind: 'ended', problem: exitProblem(asked, false), exit: asked };
  if (sink.signal.aborted) return { kind: 'ended', problem: null, exit: null };
  const token = asked.ok ? measuredMillis(sinceStart()) : unknownMillis(sink.redact(asked.problem.message));
  return { kind: 'ready', startup: { firstHealthyAnswer, firstToken: token } };
}
