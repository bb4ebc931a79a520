import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { Screen } from '../app/screen.ts';
import type { ScreenKind, ScreenProps } from '../app/screen-kind.ts';
import { useKeys } from '../parts/use-keys.ts';
import { agentNames } from './agent-name.ts';
import { chosenRow, type HomeChoice, movedChoice, nextSection } from './home-choice.ts';
import { HomePanels } from './home-panels.tsx';
import { type HomeRow, homeRows } from './home-rows.ts';
import { useAgents } from './use-agents.ts';
import { useNewestResults } from './use-newest-results.ts';

/** The first screen of `kneepoint tui`: agents with their jobs, and the newest results. */
export const homeScreen: ScreenKind<'home'> = {
  title: (_, words) => words.home.title,
  keys: ({ home: { keys } }) => [
    { key: 'enter', does: keys.open },
    { key: '↑ ↓', does: keys.move },
    { key: 'tab', does: keys.section },
    { key: 'h', does: keys.history },
    { key: 'r', does: keys.reread },
  ],
  View: HomeScreen,
};

const pageRows = 10;

function HomeScreen({ world, navigation, columns, rows }: ScreenProps<'home'>): ReactElement {
  const { look, context } = world;
  const { agents, askNow } = useAgents(world);
  const [turn, setTurn] = useState(0);
  const { results, runs } = useNewestResults(world, turn);
  const [choice, setChoice] = useState<HomeChoice | null>(null);
  const now = useNow(world.now);
  const list = useMemo(() => homeRows(agents, runs), [agents, runs]);
  const chosen = chosenRow(list, choice);
  const names = useMemo(() => agentNames(context), [context]);
  const move = (by: number): void => setChoice((before) => movedChoice(list, before, by));
  useKeys(({ letter, key }) => {
    if (key.tab) setChoice((before) => nextSection(list, before, key.shift ? -1 : 1));
    else if (key.upArrow || letter === 'k') move(-1);
    else if (key.downArrow || letter === 'j') move(1);
    else if (key.pageUp) move(-pageRows);
    else if (key.pageDown) move(pageRows);
    else if (letter === 'h') navigation.open({ kind: 'browser' });
    else if (letter === 'r') {
      askNow();
      setTurn((before) => before + 1);
    } else if (key.return && chosen !== null) {
      const screen = screenOf(chosen);
      if (screen === null) askNow();
      else navigation.open(screen);
    }
  });
  const view = { rows: list, chosen, results, names, now };
  return <HomePanels view={view} size={{ columns, rows }} look={look} />;
}

/** Where a line leads; `null` for an agent, which is asked again. */
function screenOf(row: HomeRow): Screen | null {
  switch (row.section) {
    case 'agents':
      return null;
    case 'jobs':
      return { kind: 'job', agentUrl: row.agent.url, jobId: row.job.id, name: row.job.name };
    case 'results':
      return { kind: 'result', source: { from: 'history', id: row.run.id, name: row.run.name } };
  }
}

/** The time, once a second while the screen is seen. */
function useNow(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
