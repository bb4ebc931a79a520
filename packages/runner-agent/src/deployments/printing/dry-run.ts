import { type DeploymentPlan, type Plan, type PlannedStage, planStages } from '@kneepoint/core';
import { type Sharing, type Turn, turnsOf } from '../../jobs/turns.ts';
import { readyRoute } from '../readiness/ready-route.ts';
import { stageSeconds } from './stage-seconds.ts';

/** One thing that would happen. */
export type DryRunStep = {
  readonly kind: 'deploy' | 'wait' | 'measure' | 'stop';
  readonly target: string;
  readonly text: string;
  /** What the plan says it takes; `null` where the server decides, and then `reason` says why. */
  readonly seconds: number | null;
  readonly reason: string | null;
};

/** All that a plan would do, in order. */
export type DryRun = {
  readonly steps: readonly DryRunStep[];
  /** The sum of what is known: the whole takes longer. */
  readonly knownSeconds: number;
  /** Steps whose time nobody knows before. */
  readonly unknownSteps: number;
};

/** What decides about a dry run besides its plan. */
export type DryRunOptions = {
  /** The plan's stages, where files decide about them. */
  readonly stages?: readonly PlannedStage[];
  /** Whether the deployed servers run at the same time; `auto` is one after the other where there are several. */
  readonly servers?: 'auto' | 'together' | 'one-by-one';
};

/** What would happen, in order, and how long it takes as far as the plan says. */
export function describeDryRun(plan: Plan, options: DryRunOptions = {}): DryRun {
  const { stages = planStages(plan), servers = 'auto' } = options;
  const settleSeconds = plan.between.settle / 1_000_000;
  const turns = turnsOf(stages, sharingOf(plan, servers));
  const steps = turns.flatMap((turn) => turnSteps(plan, turn, settleSeconds));
  return {
    steps,
    knownSeconds: steps.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    unknownSteps: steps.filter(({ reason }) => reason !== null).length,
  };
}

function sharingOf(plan: Plan, servers: 'auto' | 'together' | 'one-by-one'): Sharing {
  const deployed = plan.targets.filter(({ deploy }) => deploy !== undefined).length;
  if (servers === 'together' || (servers === 'auto' && deployed <= 1)) return 'together';
  return plan.order === 'sequential' ? 'each-once' : 'taking-turns';
}

/** The dry run as lines for a person. */
export function dryRunText({ steps, knownSeconds, unknownSteps }: DryRun): string {
  const lines = steps.map(({ text, seconds, reason }, index) => {
    const time = [
      seconds === null || (seconds === 0 && reason !== null) ? '' : spanText(seconds),
      reason ?? '',
    ];
    return `${String(index + 1).padStart(3)}. ${text}: ${time.filter((part) => part !== '').join(', and ')}`;
  });
  const known = `known from the plan: ${spanText(knownSeconds)}`;
  const rest =
    unknownSteps === 0
      ? 'answers that are still under way at the end of a stage come on top'
      : `${unknownSteps} of ${steps.length} steps take as long as the servers need`;
  return [...lines, '', `${known}; ${rest}`, ''].join('\n');
}

function turnSteps(plan: Plan, turn: Turn, settleSeconds: number): readonly DryRunStep[] {
  const deployed = plan.targets.filter(
    ({ name, deploy }) => turn.targets.includes(name) && deploy !== undefined,
  );
  return [
    ...deployed.flatMap((target) => startSteps(target)),
    ...turn.stages.map((stage) => measureStep(stage, settleSeconds)),
    ...deployed.map(({ name, deploy }) => stopStep(name, deploy)),
  ];
}

function startSteps({ name, deploy, engine, url }: Plan['targets'][number]): readonly DryRunStep[] {
  if (deploy === undefined) return [];
  const limit = spanText(deploy.ready.timeout / 1_000_000);
  return [
    {
      kind: 'deploy',
      target: name,
      text: `start ${name}, ${whatStarts(deploy)}`,
      seconds: deploy.kind === 'docker' ? null : 0,
      reason: deploy.kind === 'docker' ? 'as long as the image takes to fetch where it is not here' : null,
    },
    {
      kind: 'wait',
      target: name,
      text: `wait until ${name} answers at ${url}${readyRoute(engine ?? null, deploy.ready.path)}`,
      seconds: null,
      reason: `as long as the server takes to start, at most ${limit}`,
    },
  ];
}

const whatStarts = (deploy: DeploymentPlan): string => {
  if (deploy.kind === 'docker') return `a container of ${deploy.docker.image}`;
  const [program] = deploy.process.command;
  return `the process ${program?.kind === 'text' ? program.text : '$'}`;
};

function measureStep(stage: PlannedStage, settleSeconds: number): DryRunStep {
  const { seconds, countsRequests } = stageSeconds(stage);
  return {
    kind: 'measure',
    target: stage.target,
    text: `measure ${stage.id}`,
    seconds: seconds + settleSeconds,
    reason: countsRequests ? 'as long as the server takes for the number of requests' : null,
  };
}

const stopStep = (name: string, deploy: DeploymentPlan | undefined): DryRunStep => {
  const timeout = deploy?.kind === 'docker' ? deploy.docker.stopTimeout : (deploy?.process.stopTimeout ?? 0);
  return {
    kind: 'stop',
    target: name,
    text: `stop ${name} and remove what is left of it`,
    seconds: null,
    reason: `at most ${spanText(timeout / 1_000_000)} until it is killed`,
  };
};

/** `1 h 5 min`, `2 min 30 s`, `1.5 s`. */
function spanText(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
