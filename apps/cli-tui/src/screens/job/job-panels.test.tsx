import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '@kneepoint/report';
import type { JobRecord } from '@kneepoint/runner-agent/client';
import { render } from 'ink-testing-library';
import { expect, onTestFinished, test } from 'vitest';
import type { LiveRun } from '../../live/live-run.ts';
import type { MessageLanguage } from '../../words/message-language.ts';
import { jobRecord } from '../home/testing/home-world.ts';
import { disconnectedRun, hostileRun, koreanRun, midComparison } from '../live/testing/live-runs.ts';
import { lookOf } from '../parts/look.ts';
import type { JobHead } from './job-lines.ts';
import { JobPanels } from './job-panels.tsx';
import type { JobView } from './job-view.ts';

const sizes = [
  [60, 18],
  [80, 22],
  [160, 48],
] as const;

const quiet: JobHead = { question: null, notice: null };
const following = (run: LiveRun): JobView => ({ following: { kind: 'following' }, state: 'measuring', run });
const ended = (changes: Partial<JobRecord>): JobView => ({
  following: { kind: 'ended', record: jobRecord(changes) },
  state: changes.state ?? 'done',
  run: { ...midComparison, stage: null },
});

function draw(
  view: JobView,
  { head = quiet, size = [80, 22] as readonly [number, number], language = 'en' as MessageLanguage } = {},
): readonly string[] {
  const [columns, rows] = size;
  const screen = render(
    <JobPanels
      view={view}
      head={head}
      size={{ columns, rows }}
      look={lookOf(language, { NO_COLOR: '1', LANG: 'ko_KR.UTF-8' })}
      act={() => {}}
    />,
  );
  onTestFinished(() => screen.unmount());
  return stripVTControlCharacters(screen.lastFrame() ?? '').split('\n');
}

test.each(sizes)('in %i columns and %i rows it is said in the first line that the job goes on', (...size) => {
  for (const run of [midComparison, koreanRun, hostileRun, disconnectedRun]) {
    const english = draw(following(run), { size });
    expect(english[0]).toContain('▶ measuring · q leaves this view: the job goes on');
    const korean = draw(following(run), { size, language: 'ko' });
    expect(korean[0]).toContain('▶ 측정 중 · q는 화면만 나갑니다. 작업은 계속됩니다');
    for (const lines of [english, korean]) {
      expect(lines).toHaveLength(size[1]);
      expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(size[0]);
    }
  }
});

test('a lost connection is said with its reason, under the state that was seen last', () => {
  const lines = draw(following(disconnectedRun));
  expect(lines[1]).toContain('No connection to the agent (read ECONNRESET)');
});

test.each(sizes)('in %i columns and %i rows a question is there as a whole, with its keys', (...size) => {
  const lines = draw(following(koreanRun), { size, language: 'ko', head: { ...quiet, question: 'cancel' } });
  const text = lines.slice(0, 4).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('작업을 취소할까요? 진행 중인 요청은 마치고, 측정한 내용은 보존합니다.');
  expect(text).toContain('y 예 n 아니요');
  const again = draw(following(midComparison), { size, head: { ...quiet, question: 'cancel-now' } });
  expect(again.join('\n')).toContain('y yes  n no');
});

test('a job that ended says how, why and what to do next', () => {
  const done = draw(ended({ state: 'done', exit: { code: 4, reason: 'thresholds not met' } }));
  expect(done[0]).toContain('✓ The job is done (exit code 4): thresholds not met');
  expect(done[1]).toContain('Enter opens the result');
  const failed = draw(
    ended({
      state: 'failed',
      hasResult: false,
      exit: { code: 3, reason: 'vllm: the process ended' },
      failure: { code: 'server-exited', message: 'x', hint: 'read the end of its log', exitCode: 3 },
    }),
  );
  expect(failed.slice(0, 3).map((line) => line.trim())).toEqual([
    '✗ The job has failed (exit code 3): vllm: the process ended',
    'read the end of its log',
    'Nothing was measured: there is no result',
  ]);
});

test('what came of a wish stands in the first line', () => {
  const notice = { text: 'asked the agent to end this stage', refused: false };
  expect(draw(following(midComparison), { head: { ...quiet, notice } })[0]).toContain(notice.text);
});
