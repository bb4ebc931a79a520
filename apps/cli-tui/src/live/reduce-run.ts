import { assertNever, type EndedStage, type PlannedStage, type Target } from '@kneepoint/core';
import type { LiveLine } from './live-run.ts';
import { endedCell, plannedCells, startedCell } from './run-cells.ts';
import { withLine } from './run-log.ts';
import type { RunState } from './run-state.ts';
import { plannedTargets, targetDescription, withTarget } from './run-targets.ts';
import { startTrack, trackProgress } from './stage-track.ts';
import { liveStageLabel } from './stage-words.ts';
import type { WatchedEvent } from './watched-event.ts';

type EventOf<Kind extends WatchedEvent['kind']> = Extract<WatchedEvent, { readonly kind: Kind }>;

/** The run after an event that happened at an instant, milliseconds since the epoch. Pure; what it keeps is bounded. */
export function reduceRun(state: RunState, event: WatchedEvent, at: number): RunState {
  switch (event.kind) {
    case 'planned':
      return planned(state, event, at);
    case 'target-found':
      return targetFound(state, event.target, at);
    case 'stage-started':
      return stageStarted(state, event, at);
    case 'progress':
      return progressed(state, event, at);
    case 'server':
      return serverSaid(state, event);
    case 'stage-ended':
      return stageEnded(state, event.stage, at);
    case 'note':
      return said(state, 'note', event.text, at);
    case 'held':
      return held(state, event.held, at);
    case 'gpus':
      return event.gpus.length === 0 ? state : { ...state, gpus: event.gpus };
    case 'log':
      return said(state, 'server', `${event.target}: ${event.line}`, at);
    case 'deployment':
    case 'state':
    case 'connection':
    case 'ending':
      return reduceJob(state, event, at);
    default:
      return assertNever(event);
  }
}

/** What only a job, or the person in front of it, brings about. */
function reduceJob(
  state: RunState,
  event: EventOf<'deployment' | 'state' | 'connection' | 'ending'>,
  at: number,
): RunState {
  const words = state.words.liveLog;
  switch (event.kind) {
    case 'deployment':
      return deployed(state, event, at);
    case 'state':
      return event.reason === null ? state : said(state, 'note', event.reason, at);
    case 'connection': {
      const line = event.lost === null ? words.connectionBack : words.connectionLost(event.lost);
      return said({ ...state, disconnected: event.lost }, event.lost === null ? 'note' : 'problem', line, at);
    }
    case 'ending':
      return said({ ...state, ending: event.how }, 'note', words[event.how], at);
    default:
      return assertNever(event);
  }
}

/** The first event of a run: it started then, whenever somebody began to watch. */
function planned(state: RunState, { stages, done }: EventOf<'planned'>, at: number): RunState {
  const startedAt = state.cells.length === 0 ? at : state.startedAt;
  if (stages === null) return { ...state, startedAt };
  const cells = plannedCells(state.cells, stages, done);
  const targets = plannedTargets(state.targets, stages);
  return { ...state, startedAt, cells, total: cells.length, targets };
}

function targetFound(state: RunState, target: Target, at: number): RunState {
  const description = targetDescription(target, state.words);
  const targets = withTarget(state.targets, target.name, { description, state: 'ready', reason: null });
  const found = said({ ...state, targets }, 'target', `${target.name}: ${description}`, at);
  return target.notes.reduce((so, note) => said(so, 'note', `${target.name}: ${note}`, at), found);
}

function stageStarted(
  state: RunState,
  { stage, position, total }: EventOf<'stage-started'>,
  at: number,
): RunState {
  const started = {
    ...state,
    cells: startedCell(state.cells, stage, at),
    targets: plannedTargets(state.targets, [stage]),
    total: total ?? state.total,
    track: startTrack(stage, position, at),
    server: null,
  };
  return said(started, 'stage', state.words.liveLog.stageStarted(label(state, stage)), at);
}

function progressed(state: RunState, event: EventOf<'progress'>, at: number): RunState {
  const { track } = state;
  if (track === null || track.stage.id !== event.stage) return state;
  return { ...state, track: trackProgress(track, event, at) };
}

function serverSaid(state: RunState, { target, sample }: EventOf<'server'>): RunState {
  const server = {
    target,
    running: sample.running?.mean ?? null,
    waiting: sample.waiting?.mean ?? null,
    kvUse: sample.kvUse?.mean ?? null,
  };
  return { ...state, server };
}

function stageEnded(state: RunState, ended: EndedStage, at: number): RunState {
  const cells = endedCell(state.cells, ended, at);
  const stage = cells.find((cell) => cell.stage.id === ended.id)?.stage;
  const isRunning = state.track?.stage.id === ended.id;
  const after = { ...state, cells, track: isRunning ? null : state.track };
  const text = state.words.liveLog.stageEnded(stage === undefined ? ended.id : label(state, stage), ended);
  const isBad = ended.status === 'failed' || ended.verdict === 'invalid';
  return said(after, isBad ? 'problem' : 'stage', text, at);
}

/** Said once, however often it is told. */
function held(state: RunState, isHeld: boolean, at: number): RunState {
  if (state.held === isHeld) return state;
  const { liveLog } = state.words;
  return said({ ...state, held: isHeld }, 'note', isHeld ? liveLog.held : liveLog.released, at);
}

function deployed(
  state: RunState,
  { target, state: reached, reason }: EventOf<'deployment'>,
  at: number,
): RunState {
  const targets = withTarget(state.targets, target, { state: reached, reason });
  const text = `${target}: ${state.words.liveLog.deployment[reached]}${reason === null ? '' : `: ${reason}`}`;
  return said({ ...state, targets }, reached === 'failed' ? 'problem' : 'target', text, at);
}

const label = ({ words }: RunState, stage: PlannedStage): string => liveStageLabel(stage, words);

const said = (state: RunState, kind: LiveLine['kind'], text: string, at: number): RunState => ({
  ...state,
  log: withLine(state.log, { at, kind, text }),
});
