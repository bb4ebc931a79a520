import { type PlannedStage, stagePlace } from '@kneepoint/core';
import type { LiveRun, LiveStage } from '../../../live/live-run.ts';
import { barLine } from '../../parts/bar.ts';
import { spreadLine } from '../../parts/fit-line.ts';
import { type Line, lineWidth, type Span, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { screenText } from '../../parts/screen-text.ts';
import { sparkline } from '../../parts/sparkline.ts';
import { targetLetter, targetTone } from '../../parts/target-mark.ts';
import { levelLabel } from '../level-label.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';
import { targetLines } from '../target-lines.ts';

/** The stage that runs: what it is, how far it is, what is under way, tokens per second. */
export const stagePanel: PanelKind = {
  name: 'stage',
  reads: (run) => [run.stage, run.targets, run.total, run.held, run.ending],
  hasContent: () => true,
  draw,
};

function draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words } = look;
  const title = words.live.panels.stage;
  const { stage } = run;
  if (stage === null) {
    const text = run.cells.some((cell) => cell.state === 'ended')
      ? words.live.empty.stage
      : words.live.state.preparing;
    return { title, lines: [[span(text, 'muted')], ...targetLines(run, look)] };
  }
  const lines = [
    spreadLine(stageName(run, stage, look), [], room.width),
    progressLine(stage, room.width, look),
    countsLine(stage, room.width, look),
    rateLine(stage, room.width, look),
  ];
  return { title, aside: words.live.state.stage(stage.position + 1, run.total), lines };
}

/** What a stage repeats: its id without its target and its repeat. */
const levelOf = ({ id, target, repeat }: PlannedStage): string => stagePlace(id, target, repeat) ?? id;

function stageName(run: LiveRun, { stage }: LiveStage, look: Look): Line {
  const place = run.targets.findIndex((target) => target.name === stage.target);
  const repeats = Math.max(
    ...run.cells
      .filter(({ stage: other }) => other.target === stage.target && levelOf(other) === levelOf(stage))
      .map(({ stage: other }) => other.repeat),
    stage.repeat,
  );
  return [
    span(`${look.theme.marks.running} `, 'accent', true),
    span(`${targetLetter(place)} ${screenText(stage.target)}`, targetTone(place), true),
    span(`  ${stage.suite}  `, 'muted'),
    span(levelLabel(stage, look), 'plain', true),
    ...(repeats > 1 ? [span(`  ${look.words.live.figures.repeat(stage.repeat, repeats)}`, 'muted')] : []),
  ];
}

/** A bar with its share, what the stage is doing, and the time left. */
function progressLine(stage: LiveStage, width: number, { words, numbers, theme }: Look): Line {
  const text: Span[] = [
    span(` ${stage.done === null ? '' : `${numbers.percent(Math.min(1, stage.done))} `}`),
    span(` ${words.live.phases[stage.phase]}`, stage.phase === 'measuring' ? 'good' : 'muted'),
    span(
      `  ${stage.secondsLeft === null ? words.live.state.elapsed(numbers.clock(stage.elapsedSeconds)) : words.live.figures.left(numbers.clock(Math.ceil(stage.secondsLeft)))}`,
    ),
  ];
  const cells = Math.max(6, Math.min(60, width - Math.max(34, lineWidth(text))));
  return [...barLine(stage.done, cells, { marks: theme.marks }), ...text];
}

/** What does not fit is left out, the least important first. */
function countsLine(stage: LiveStage, width: number, { words, numbers }: Look): Line {
  const { figures } = words.live;
  const planned = stage.plannedInFlight === null ? null : numbers.count(stage.plannedInFlight);
  const all = [
    span(figures.inFlight(numbers.count(stage.inFlight), planned), 'plain', true),
    span(`   ${figures.done(numbers.count(stage.completed))}`),
    span(`   ${figures.failed(numbers.count(stage.failed))}`, stage.failed > 0 ? 'bad' : 'muted'),
    span(`   ${figures.perSecond(numbers.rate(stage.requestsPerSecond))}`, 'muted'),
  ];
  return all.filter((_, place) => lineWidth(all.slice(0, place + 1)) <= width);
}

function rateLine(stage: LiveStage, width: number, { numbers, theme }: Look): Line {
  const rate = `${numbers.rate(stage.tokensPerSecond)} tok/s`.padStart(13);
  return [
    span(rate, 'plain', true),
    span('  '),
    span(sparkline(stage.rates, Math.min(120, width - rate.length - 2), theme.marks), 'accent'),
  ];
}
