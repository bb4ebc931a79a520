import { isEnded } from '@kneepoint/runner-agent/client';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { tableLines } from '../parts/table-lines.ts';
import { agentName } from './agent-name.ts';
import type { HomeJob } from './home-agent.ts';
import { type HomeView, rowsOf } from './home-view.ts';
import { jobStateLine } from './job-state-line.ts';
import { shownRows } from './shown-rows.ts';

/** A table of the jobs of all agents, `height` lines of it at most, the chosen one among them. */
export function jobLines(
  view: HomeView,
  { width, height }: { readonly width: number; readonly height: number },
  look: Look,
): readonly Line[] {
  const { words, theme } = look;
  const { columns } = words.home;
  const { rows, chosen } = shownRows(rowsOf(view, 'jobs'), view.chosen, height - 1);
  if (rows.length === 0) return [[span(words.home.noJobs, 'muted')]];
  return tableLines({
    columns: [
      { title: columns.state, align: 'left' },
      { title: columns.job, align: 'left', least: 18 },
      { title: columns.stages, align: 'right', weight: 1 },
      { title: columns.since, align: 'left', weight: 2 },
      { title: columns.agent, align: 'left', least: 8, weight: 3 },
    ],
    rows: rows.map(({ agent, job }) => [
      jobStateLine(job, look),
      [span(screenText(job.name))],
      [span(stagesText(job))],
      [span(sinceText(job, view.now, look), 'muted')],
      [span(agentName(agent.url, view.names, look), agent.health.kind === 'silent' ? 'muted' : 'plain')],
    ]),
    width,
    marks: theme.marks,
    selected: chosen,
  });
}

/** A job whose stages are not planned yet has none. */
const stagesText = ({ stages }: HomeJob): string =>
  stages.total === 0 ? '-' : `${stages.ended}/${stages.total}`;

/** For how long a job runs or waits, or how long ago it ended. The agent's clock may be ahead of this one's. */
function sinceText(job: HomeJob, now: number, { words: { home }, numbers }: Look): string {
  const { state, createdAt, startedAt, endedAt } = job;
  const since = isEnded(state) ? (endedAt ?? createdAt) : (startedAt ?? createdAt);
  const seconds = (now - Date.parse(since)) / 1000;
  if (!Number.isFinite(seconds)) return '-';
  const duration = numbers.duration(Math.max(0, seconds));
  return isEnded(state) ? home.ago(duration) : home.lasts(duration);
}
