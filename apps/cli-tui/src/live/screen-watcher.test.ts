import { expect, test } from 'vitest';
import { FakeTerminal } from './testing/fake-screen.ts';
import { everyEvent, progressWith, usersStage } from './testing/run-events.ts';

const started = everyEvent['stage-started'];
const note = (text: string) => ({ kind: 'note', text }) as const;

test('events draw nothing: a picture is made on the tick, however many there were', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  watcher.tell(started);
  for (let index = 0; index < 1000; index++) watcher.tell(everyEvent.progress);
  expect(terminal.pictures).toHaveLength(1);
  terminal.now = 250;
  terminal.tick();
  expect(terminal.pictures).toHaveLength(2);
  expect(terminal.pictures.at(-1)).toMatchObject({ now: 250, stage: { completed: 3 } });
});

test('the terminal is given back before anything is said, and what was said is said then', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  watcher.tell(everyEvent['target-found']);
  watcher.tell(note('mind the gap'));
  watcher.say('the history cannot be written');
  expect(terminal.happened).toEqual(['open']);
  watcher.close();
  expect(terminal.happened).toEqual([
    'open',
    'close',
    'said vllm: vllm 0.11.0, model Qwen/Qwen3-8B, openai-chat, http://127.0.0.1:8001',
    'said note: mind the gap',
    'said the history cannot be written',
  ]);
});

test('a watcher that is closed twice says everything once, and draws no more', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  watcher.say('once');
  watcher.close();
  watcher.close();
  terminal.tick();
  expect(terminal.happened).toEqual(['open', 'close', 'said once']);
  expect(terminal.pictures).toHaveLength(1);
});

test('of very much that was said the newest is kept, and that some is missing is said', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  for (let index = 0; index < 1200; index++) watcher.tell(note(String(index)));
  watcher.close();
  expect(terminal.happened).toHaveLength(2 + 1 + 1000);
  expect(terminal.happened[2]).toBe('said (200 earlier lines are left out)');
  expect(terminal.happened.at(-1)).toBe('said note: 1199');
});

test('q lets the run drain and shows it; q again cuts it; a third time changes nothing', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.press('quit');
  expect(terminal.asked).toEqual(['stop']);
  terminal.tick();
  expect(terminal.pictures.at(-1)?.ending).toBe('draining');
  terminal.press('quit');
  terminal.press('quit');
  expect(terminal.asked).toEqual(['stop', 'cut']);
  terminal.tick();
  expect(terminal.pictures.at(-1)?.ending).toBe('cutting');
});

test('p holds a run that goes on, and releases one that is held', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  terminal.press('pause');
  watcher.tell({ kind: 'held', held: true });
  terminal.press('pause');
  expect(terminal.asked).toEqual(['hold', 'release']);
});

test('s skips the stage that runs, and nothing between two stages', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  terminal.press('skip');
  expect(terminal.asked).toEqual([]);
  watcher.tell(started);
  terminal.press('skip');
  expect(terminal.asked).toEqual(['skip']);
});

test('a run that is ending is neither held nor skipped', () => {
  const terminal = new FakeTerminal();
  terminal.watcher().tell(started);
  terminal.press('quit');
  terminal.press('pause');
  terminal.press('skip');
  expect(terminal.asked).toEqual(['stop']);
});

test('+, - and a change the window at once', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  const windows = (['longer-window', 'longer-window', 'shorter-window', 'whole-stage'] as const).map(
    (action) => {
      terminal.press(action);
      return terminal.pictures.at(-1)?.window;
    },
  );
  expect(terminal.pictures[0]?.window).toBe(10);
  expect(windows).toEqual([30, 60, 30, null]);
});

test.each(['exit', 'uncaughtExceptionMonitor'])('the terminal is given back on %s', (name) => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.process.emit(name);
  expect(terminal.happened).toEqual(['open', 'close']);
});

test('a terminal that hangs up lets the run drain, so that its result is written', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.process.emit('SIGHUP');
  expect(terminal.asked).toEqual(['stop']);
});

test.each(['key', 'signal'])('Ctrl-Z as a %s gives the terminal back before the process sleeps', (how) => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  if (how === 'key') terminal.press('suspend');
  else terminal.process.emit('SIGTSTP');
  expect(terminal.happened).toEqual(['open', 'close', 'sleep']);
  terminal.now = 7000;
  terminal.process.emit('SIGCONT');
  expect(terminal.happened).toEqual(['open', 'close', 'sleep', 'open']);
  watcher.close();
  expect(terminal.happened.at(-1)).toContain('slept for 7 s');
});

test('a process that nothing stopped takes its screen back on the next tick', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.press('suspend');
  terminal.tick();
  terminal.tick();
  expect(terminal.happened).toEqual(['open', 'close', 'sleep', 'open']);
});

test('continued in the background it leaves the terminal alone until it is in front again', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  terminal.press('suspend');
  terminal.foreground = false;
  terminal.now = 3000;
  terminal.process.emit('SIGCONT');
  terminal.now = 60_000;
  terminal.tick();
  expect(terminal.happened).toEqual(['open', 'close', 'sleep']);
  terminal.foreground = true;
  terminal.tick();
  expect(terminal.happened.at(-1)).toBe('open');
  watcher.close();
  expect(terminal.happened.at(-1)).toContain('slept for 3 s');
});

test('ended while it sleeps, it does not close a screen that is not there', () => {
  const terminal = new FakeTerminal();
  const watcher = terminal.watcher();
  terminal.press('suspend');
  terminal.process.emit('exit');
  watcher.close();
  expect(terminal.happened).toEqual(['open', 'close', 'sleep']);
});

test('stopped by what nobody can catch and continued, it draws everything anew', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.process.emit('SIGCONT');
  expect(terminal.happened).toEqual(['open', 'close']);
  terminal.tick();
  expect(terminal.happened).toEqual(['open', 'close', 'open']);
});

test('woken by its tick, it does not draw anew when the signal comes behind', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.press('suspend');
  terminal.now = 5000;
  terminal.tick();
  terminal.now = 5020;
  terminal.process.emit('SIGCONT');
  terminal.tick();
  expect(terminal.happened).toEqual(['open', 'close', 'sleep', 'open']);
});

test('a closed watcher hears of no signal any more', () => {
  const terminal = new FakeTerminal();
  terminal.watcher().close();
  for (const name of ['exit', 'uncaughtExceptionMonitor', 'SIGHUP', 'SIGTSTP', 'SIGCONT'])
    expect(terminal.process.listenerCount(name)).toBe(0);
});

test('a screen that cannot be opened is the business of whoever opens it', () => {
  const terminal = new FakeTerminal();
  terminal.broken = 'open';
  expect(() => terminal.watcher()).toThrow('no room');
  expect(terminal.process.listenerCount('SIGTSTP')).toBe(0);
});

test.each(['draw', 'failed'])(
  'a screen that fails (%s) hands over to a line, with all that was said',
  (how) => {
    const terminal = new FakeTerminal();
    const watcher = terminal.watcher();
    watcher.tell(note('early'));
    watcher.tell(started);
    if (how === 'failed') terminal.failed(new Error('no ink'));
    else {
      terminal.broken = 'draw';
      terminal.tick();
    }
    watcher.tell({ kind: 'progress', stage: usersStage().id, ...progressWith() });
    watcher.say('late');
    watcher.close();
    expect(terminal.happened).toEqual([
      'open',
      'close',
      'said note: early',
      'said note: the screen cannot be drawn (no ink); the run goes on',
      'told stage-started',
      'told progress',
      'said late',
    ]);
  },
);

test('keys of a screen that failed are pressed no more, signals still end the run', () => {
  const terminal = new FakeTerminal();
  terminal.watcher();
  terminal.failed(new Error('no ink'));
  terminal.process.emit('SIGTSTP');
  expect(terminal.happened).not.toContain('sleep');
  terminal.steering.quit();
  expect(terminal.asked).toEqual(['stop']);
});
