import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureOf } from './picture-of.ts';
import { reduceRun } from './reduce-run.ts';
import { keptLines } from './run-log.ts';
import { counted, everyEvent, newState } from './testing/run-events.ts';
import { after, planned, progress, started, type Told } from './testing/told-run.ts';
import type { WatchedEvent } from './watched-event.ts';

/** A run as it may go: totals that only grow, at instants that only grow. */
const someRun: fc.Arbitrary<Told> = fc
  .array(fc.record({ after: fc.integer({ min: 0, max: 900 }), tokens: fc.nat(300), answers: fc.nat(9) }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((steps) => {
    let [at, tokens, answers] = [0, 0, 0];
    const told: (readonly [number, WatchedEvent])[] = [
      [0, planned],
      [0, started],
    ];
    for (const step of steps) {
      at += step.after;
      tokens += step.tokens;
      answers += step.answers;
      const ttft = answers === 0 ? [] : counted(50_000, answers);
      told.push([at, progress({ fields: { events: tokens, completed: answers }, latencies: { ttft } })]);
    }
    return told;
  });

test('pictures taken on the way change nothing', () => {
  fc.assert(
    fc.property(someRun, fc.array(fc.boolean(), { maxLength: 130 }), (told, looks) => {
      let state = newState();
      for (const [index, [at, event]] of told.entries()) {
        state = reduceRun(state, event, at);
        if (looks[index] === true) pictureOf(state, at, 5);
      }
      const now = told.at(-1)?.[0] ?? 0;
      expect(pictureOf(state, now, 5)).toEqual(pictureOf(after(told), now, 5));
    }),
  );
});

test('however the stream is cut in pieces, the picture at the end is the same', () => {
  fc.assert(
    fc.property(someRun, fc.nat(120), (told, cut) => {
      const now = told.at(-1)?.[0] ?? 0;
      const inTwo = after(told.slice(cut), after(told.slice(0, cut)));
      expect(pictureOf(inTwo, now, 10)).toEqual(pictureOf(after(told), now, 10));
    }),
  );
});

test('progress that never arrived changes no total, and the seconds still add up', () => {
  fc.assert(
    fc.property(someRun, fc.infiniteStream(fc.boolean()), (told, heard) => {
      const some = told.filter(([, event], index) => {
        const isHeard = heard.next().value === true;
        return isHeard || event.kind !== 'progress' || index === told.length - 1;
      });
      const now = told.at(-1)?.[0] ?? 0;
      const [all, part] = [told, some].map((events) => pictureOf(after(events), now, null).stage);
      expect(part?.completed).toBe(all?.completed);
      expect(part?.ttft.count).toBeLessThanOrEqual(all?.completed ?? 0);
      expect(part?.rates).toHaveLength(all?.rates.length ?? 0);
    }),
  );
});

test('no window holds more than the whole, and a longer one no less than a shorter one', () => {
  fc.assert(
    fc.property(someRun, (told) => {
      const state = after(told);
      const now = told.at(-1)?.[0] ?? 0;
      const counts = ([1, 5, 10, 30, 60] as const).map(
        (window) => pictureOf(state, now, window).stage?.ttft.count ?? 0,
      );
      expect(counts).toEqual(counts.toSorted((left, right) => left - right));
      expect(counts.at(-1)).toBeLessThanOrEqual(pictureOf(state, now, null).stage?.completed ?? 0);
    }),
  );
});

test('a hundred thousand events are kept in bounded memory', () => {
  let state = after([
    [0, planned],
    [0, started],
  ]);
  for (let index = 1; index <= 100_000; index++) {
    const event = index % 3 === 0 ? everyEvent.log : progress({ fields: { events: index } });
    state = reduceRun(state, event, index * 100);
  }
  expect(state.log).toHaveLength(keptLines);
  expect(state.track?.snapshots.length).toBeLessThan(250);
  expect(state.track?.rates.rates).toHaveLength(300);
  expect(state.cells).toHaveLength(2);
});
