import type { LiveDoubt, LiveRun } from '../../../live/live-run.ts';
import type { WrittenDoubt } from '../../../words/live-words.ts';
import { type Line, line, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { trustBadge } from '../../parts/trust-badge.ts';
import { wrapText } from '../../parts/wrap-text.ts';
import { errorName } from '../error-name.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

/** How far the figures of the running stage can be trusted, and why; below it the errors where room is left. */
export const trustPanel: PanelKind = {
  name: 'trust',
  reads: (run) => [run.stage],
  hasContent: () => true,
  draw,
};

function draw({ stage }: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words, numbers } = look;
  const title = words.live.panels.trust;
  if (stage === null) return { title, lines: [line(words.live.empty.trust, 'muted')] };
  const doubts = stage.doubts.map((doubt) => words.live.doubt(writtenDoubt(doubt, look)));
  const sentences = doubts.length > 0 || stage.verdict === 'too-early' ? doubts : [words.live.noDoubts];
  const errors: Line[] = stage.errors.map((error) => [
    span(`${numbers.count(error.count)} `, 'bad'),
    span(errorName(error.class, look)),
  ]);
  const wrapped = sentences.flatMap((sentence) =>
    wrapText(sentence, Math.max(8, room.width - 2)).map((text, index) =>
      line(`${index === 0 ? '- ' : '  '}${text}`),
    ),
  );
  return { title, lines: [trustBadge(stage.verdict, look), ...wrapped, ...errors] };
}

/** The figures of a doubt in the units of what it is about. */
function writtenDoubt({ code, value, limit }: LiveDoubt, { numbers }: Look): WrittenDoubt {
  if (code === 'few-samples') return { code, value: numbers.count(value), limit: numbers.count(limit) };
  if (code === 'start-lag') return { code, value: numbers.time(value), limit: numbers.time(limit) };
  return { code, value: numbers.percent(value), limit: numbers.percent(limit) };
}
