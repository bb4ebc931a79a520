import { type ReactElement, useMemo, useState } from 'react';
import type { LiveWindow } from '../../live/live-run.ts';
import type { LiveAction } from '../../live/screen-port.ts';
import { nextWindow } from '../../live/stage-snapshots.ts';
import { Notice } from '../app/notice.tsx';
import { ScreenFailure } from '../app/screen-failure.tsx';
import type { ScreenKind, ScreenProps } from '../app/screen-kind.ts';
import { agentName, agentNames } from '../home/agent-name.ts';
import { screenText } from '../parts/screen-text.ts';
import { useKeys } from '../parts/use-keys.ts';
import { agentOfJob } from './agent-of-job.ts';
import { JobPanels } from './job-panels.tsx';
import { useJob } from './use-job.ts';
import { useWishes } from './use-wishes.ts';

/** A job that runs on an agent: the same picture as of a run here, and the job goes on when it is left. */
export const jobScreen: ScreenKind<'job'> = {
  title: ({ name }, words) => words.job.title(screenText(name)),
  keys: ({ job: { keys } }) => [
    { key: 'p', does: keys.pause },
    { key: 's', does: keys.skip },
    { key: 'x', does: keys.cancel },
    { key: 'tab', does: keys.panel },
    { key: '+ - a', does: keys.window },
    { key: 'enter', does: keys.result },
    { key: 'q', does: keys.leave },
  ],
  View: JobScreen,
};

const firstWindow: LiveWindow = 10;

function JobScreen(props: ScreenProps<'job'>): ReactElement {
  const { screen, world, navigation, columns, rows } = props;
  const { look } = world;
  const [window, setWindow] = useState<LiveWindow>(firstWindow);
  const job = useMemo(
    () => ({
      id: screen.jobId,
      name: screen.name,
      client: () => agentOfJob(screen.agentUrl, world),
      words: look.words,
      now: () => world.now(),
    }),
    [screen, world, look],
  );
  const view = useJob(job, window);
  const { head, wish, ask } = useWishes(job, props);
  const { question } = head;
  const { following } = view;
  const act = (action: LiveAction): void => {
    if (question !== null) return;
    if (action === 'longer-window') setWindow((before) => nextWindow(before, 'longer'));
    else if (action === 'shorter-window') setWindow((before) => nextWindow(before, 'shorter'));
    else if (action === 'whole-stage') setWindow(null);
    else if (following.kind !== 'following') return;
    else if (action === 'pause') wish(view.run.held ? 'release' : 'hold');
    else if (action === 'skip') wish('skip');
  };
  useKeys(({ letter, key }) => {
    if (question !== null) {
      if (letter === 'y') wish(question);
      if (letter === 'y' || letter === 'n' || key.escape) ask(null);
    } else if (letter === 'x' && following.kind === 'following')
      ask(view.state === 'draining' ? 'cancel-now' : 'cancel');
    else if (key.return && following.kind === 'ended' && following.record.hasResult)
      navigation.open({
        kind: 'result',
        source: { from: 'agent', agentUrl: screen.agentUrl, jobId: screen.jobId, name: screen.name },
      });
  });
  if (following.kind === 'failed') return <ScreenFailure room={props} error={following.error} />;
  if (following.kind === 'connecting') {
    const agent = agentName(screen.agentUrl, agentNames(world.context), look);
    const text =
      following.lost === null
        ? look.words.job.connecting(agent)
        : look.words.job.lost(agent, screenText(following.lost));
    return <Notice room={props} text={text} />;
  }
  return <JobPanels view={view} head={head} size={{ columns, rows }} look={look} act={act} />;
}
