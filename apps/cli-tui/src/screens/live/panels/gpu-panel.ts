import type { LiveGpu, LiveRun } from '../../../live/live-run.ts';
import { barLine } from '../../parts/bar.ts';
import { fitLine } from '../../parts/fit-line.ts';
import { type Line, line, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { screenText } from '../../parts/screen-text.ts';
import { wrapText } from '../../parts/wrap-text.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

/** The GPUs of the serving host: memory, utilisation, power, temperature. */
export const gpuPanel: PanelKind = {
  name: 'gpus',
  reads: (run) => [run.gpus],
  hasContent: (run) => run.gpus.length > 0,
  draw,
};

function draw({ gpus }: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words } = look;
  const title = words.live.panels.gpus;
  if (gpus.length === 0)
    return { title, lines: wrapText(words.live.empty.gpus, room.width).map((text) => line(text, 'muted')) };
  return { title, lines: gpus.flatMap((gpu, index) => gpuLines(gpu, index, { room, look })) };
}

function gpuLines(
  gpu: LiveGpu,
  index: number,
  { room, look: { words, numbers, theme } }: { readonly room: PanelRoom; readonly look: Look },
): readonly Line[] {
  const { memory, utilization } = words.live.figures;
  const cells = Math.max(4, Math.min(20, room.width - 34));
  const bar = (share: number | null): Line => barLine(share, cells, { marks: theme.marks });
  const label = (text: string): Line => fitLine(line(text, 'muted'), 8);
  const share = gpu.memoryUsed === null || gpu.memoryTotal === null ? null : gpu.memoryUsed / gpu.memoryTotal;
  const watts = gpu.power === null ? '-' : numbers.count(gpu.power);
  const degrees = gpu.temperature === null ? '-' : numbers.count(gpu.temperature);
  return [
    [span(`${index} ${screenText(gpu.name)}`, 'plain', true)],
    [
      ...label(memory),
      ...bar(share),
      span(` ${numbers.bytes(gpu.memoryUsed)} / ${numbers.bytes(gpu.memoryTotal)}`),
    ],
    [
      ...label(utilization),
      ...bar(gpu.utilization),
      span(` ${numbers.percent(gpu.utilization)}  ${watts} W  ${degrees} ${theme.marks.degrees}`),
    ],
  ];
}
