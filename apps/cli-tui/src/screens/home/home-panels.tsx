import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Line } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { Panel } from '../parts/panel.tsx';
import type { ScreenSize } from '../parts/too-small.ts';
import { agentLines } from './agent-lines.ts';
import { homeLayout, type PanelRoom } from './home-layout.ts';
import type { HomeSection } from './home-rows.ts';
import { type HomeView, rowsOf } from './home-view.ts';
import { jobLines } from './job-lines.ts';
import { resultLines } from './result-lines.ts';

/** The first screen: agents, jobs and results, the part that is chosen in a heavier frame. */
export function HomePanels(options: {
  readonly view: HomeView;
  readonly size: ScreenSize;
  readonly look: Look;
}): ReactElement {
  const { view, size, look } = options;
  const counts = {
    jobs: rowsOf(view, 'jobs').length + 1,
    results: rowsOf(view, 'results').length + 1,
  };
  const agents = agentLines(view, size.columns - 4, look).length;
  const layout = homeLayout(size, { agents, ...counts });
  const inside = ({ width, height }: PanelRoom) => ({ width: width - 4, height: height - 2 });
  const panel = (section: HomeSection, lines: readonly Line[]): ReactElement => (
    <Panel
      title={look.words.home.panels[section]}
      aside={placeText(view, section, look)}
      lines={lines}
      width={layout[section].width}
      height={layout[section].height}
      focused={view.chosen?.section === section}
      theme={look.theme}
    />
  );
  return (
    <Box flexDirection={layout.beside ? 'row' : 'column'} width={size.columns} height={size.rows}>
      <Box flexDirection="column">
        {panel('agents', agentLines(view, layout.agents.width - 4, look))}
        {panel('jobs', jobLines(view, inside(layout.jobs), look))}
      </Box>
      {panel('results', resultLines(view, inside(layout.results), look))}
    </Box>
  );
}

/** Where the chosen line stands among those of its part. */
function placeText(view: HomeView, section: HomeSection, { numbers }: Look): string {
  const rows = rowsOf(view, section);
  if (rows.length === 0) return '';
  const place = rows.findIndex(({ key }) => key === view.chosen?.key);
  const count = numbers.count(rows.length);
  return place < 0 ? count : `${numbers.count(place + 1)}/${count}`;
}
