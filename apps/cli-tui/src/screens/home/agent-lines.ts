import { assertNever } from '@kneepoint/core';
import { isEnded } from '@kneepoint/runner-agent/client';
import { columnsOf } from '../parts/columns-of.ts';
import { fitLine } from '../parts/fit-line.ts';
import { inverseLine, type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { wrapText } from '../parts/wrap-text.ts';
import { agentName } from './agent-name.ts';
import type { HomeAgent } from './home-agent.ts';
import { type HomeView, rowsOf } from './home-view.ts';

/** A line for each agent: its sign and name, then how it fares. Of the chosen one that does not answer the whole reason is there. */
export function agentLines(view: HomeView, width: number, look: Look): readonly Line[] {
  const agents = rowsOf(view, 'agents');
  const names = agents.map(({ agent }) => agentName(agent.url, view.names, look));
  const widest = Math.min(Math.max(0, ...names.map(columnsOf)), Math.floor(width / 3));
  return agents.flatMap((row, place) => {
    const isChosen = row === view.chosen;
    const mark = isChosen ? look.theme.marks.selected : ' ';
    const name = fitLine([span(names[place] ?? '', 'plain', true)], widest);
    const head = [span(`${mark} `), ...name, span('  ')];
    const said = fitLine([...head, ...healthLine(row.agent, look)], width);
    const drawn = isChosen ? inverseLine(said) : said;
    return [drawn, ...(isChosen ? restOfReason(row.agent, { width, used: widest + 4 }, look) : [])];
  });
}

function healthLine({ health, jobs }: HomeAgent, { words: { home }, theme }: Look): Line {
  switch (health.kind) {
    case 'asking':
      return [span(`${theme.marks.tooEarly} ${home.asking}`, 'muted')];
    case 'absent':
      return [span(`${theme.marks.waiting} ${home.noneHere}`, 'muted')];
    case 'silent':
      return [span(`${theme.marks.invalid} ${home.silent(health.reason)}`, 'bad')];
    case 'answers': {
      const waiting = jobs.filter(({ state }) => state === 'queued').length;
      const running = jobs.filter(({ state }) => !isEnded(state)).length - waiting;
      return [
        span(`${theme.marks.valid} `, 'good'),
        span(home.jobs({ running, waiting })),
        span(` ${theme.marks.separator} ${home.version(health.version)}`, 'muted'),
      ];
    }
    default:
      return assertNever(health);
  }
}

/** What the line of an agent has no room for, in lines below it. */
function restOfReason(
  { health }: HomeAgent,
  { width, used }: { readonly width: number; readonly used: number },
  { words: { home } }: Look,
): readonly Line[] {
  if (health.kind !== 'silent') return [];
  const text = home.silent(health.reason);
  if (columnsOf(text) + 2 <= width - used) return [];
  return wrapText(text, width - 4).map((part) => [span(`    ${part}`, 'bad')]);
}
