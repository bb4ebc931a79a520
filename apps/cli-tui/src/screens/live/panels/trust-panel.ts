import type { LiveDoubt, LiveRun } from '../../../live/live-run.ts';
import type { WrittenDoubt } from '../../../words/live-words.ts';
import { type Line, line, span, type Tone } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { trustBadge } from '../../parts/trust-badge.ts';
import { wrapText } from '../../parts/wrap-text.ts';
import { errorName } from '../error-name.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

/** Stands between a figure and its unit until lines have been broken. */
const unbroken = '\u00a0';

/** How far the figures of the running stage can be trusted, and why; below it the errors where room is left. */
export const trustPanel: PanelKind = {
  name: 'trust',
  reads: (run) => [run.stage],
  hasContent: ({ stage }) => stage !== null && (stage.verdict === 'suspect' || stage.verdict === 'invalid'),
  draw,
};

function draw({ stage }: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words, numbers } = look;
  const title = words.live.panels.trust;
  if (stage === null) return { title, lines: [line(words.live.empty.trust, 'muted')] };
  const wrapped = (text: string, bullet: string, tone: Tone): readonly Line[] =>
    wrapText(text, Math.max(8, room.width - bullet.length)).map((part, index) => [
      span(index === 0 ? bullet : ' '.repeat(bullet.length)),
      span(part.replaceAll(unbroken, ' '), tone),
    ]);
  const doubts = stage.doubts.flatMap((doubt) =>
    wrapped(words.live.doubt(writtenDoubt(doubt, look)), '- ', 'plain'),
  );
  const nothing =
    stage.verdict === 'valid' && doubts.length === 0 ? wrapped(words.live.noDoubts, '', 'muted') : [];
  const errors = stage.errors.map((error) => `${errorName(error.class, look)} ${numbers.count(error.count)}`);
  return {
    title,
    lines: [
      trustBadge(stage.verdict, look),
      ...doubts,
      ...nothing,
      ...(errors.length === 0 ? [] : wrapped(errors.join(', '), `${words.live.panels.errors}: `, 'bad')),
    ],
  };
}

/** The figures of a doubt in the units of what it is about. */
function writtenDoubt({ code, value, limit }: LiveDoubt, { numbers }: Look): WrittenDoubt {
  const write =
    code === 'few-samples' ? numbers.count : code === 'start-lag' ? numbers.time : numbers.percent;
  return {
    code,
    value: write(value).replaceAll(' ', unbroken),
    limit: write(limit).replaceAll(' ', unbroken),
  };
}
