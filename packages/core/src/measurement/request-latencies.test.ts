import { expect, test } from 'vitest';
import { Flight, unset } from '../transport/flight.ts';
import { micros } from '../units/units.ts';
import { requestLatencies } from './latency-names.ts';
import { latencyFormulas } from './request-latencies.ts';

/**
 * scheduled 1000, dispatched 1200, sent 1500, headers 2000, firstToken 4500 (reasoning), firstText 4600,
 * firstAnswer 6500, lastToken 14500: ten tokens, two of them in the first event.
 */
function workedFlight(change: Partial<Flight> = {}, scheduled: number | null = 1000): Flight {
  const attempt = {
    index: 0,
    user: 0,
    scheduled: scheduled === null ? null : micros(scheduled),
    warmup: false,
    firstWave: false,
  };
  const marks = {
    dispatched: 1200,
    sent: 1500,
    headers: 2000,
    firstToken: 4500,
    firstText: 4600,
    firstAnswer: 6500,
    lastToken: 14_500,
    closed: 15_000,
    events: 6,
    firstEventTokens: 2,
    outputTokens: 10,
    maxStall: 3000,
  };
  return Object.assign(new Flight(attempt), marks, change);
}

const all = (flight: Flight) =>
  Object.fromEntries(requestLatencies.map((name) => [name, latencyFormulas[name](flight)]));

test('each latency by its formula, worked by hand', () => {
  expect(all(workedFlight())).toEqual({
    startLag: 200,
    connectTime: 300,
    ttft: 3000,
    ttftResponse: 3500,
    ttfa: 5000,
    timeToFirstText: 3100,
    tpot: 1250,
    ntpot: 1300,
    maxStall: 3000,
    e2e: 13_000,
    e2eResponse: 13_500,
  });
});

test('in a closed loop nothing is measured from a schedule', () => {
  expect(all(workedFlight({}, null))).toMatchObject({
    startLag: unset,
    ttftResponse: unset,
    e2eResponse: unset,
    ttft: 3000,
  });
});

test('an answer without a token event has no latency of a token', () => {
  const silent = {
    firstToken: unset,
    firstText: unset,
    firstAnswer: unset,
    lastToken: unset,
    maxStall: unset,
    events: 0,
  };
  expect(all(workedFlight({ ...silent, firstEventTokens: unset }))).toEqual({
    startLag: 200,
    connectTime: 300,
    ttft: unset,
    ttftResponse: unset,
    ttfa: unset,
    timeToFirstText: unset,
    tpot: unset,
    ntpot: unset,
    maxStall: unset,
    e2e: unset,
    e2eResponse: unset,
  });
});

test('reasoning without an answer has a first token and no first answer', () => {
  expect(all(workedFlight({ firstAnswer: unset }))).toMatchObject({ ttft: 3000, ttfa: unset });
});

test('without a token count there is no time per token, never one per event', () => {
  expect(all(workedFlight({ outputTokens: unset, firstEventTokens: unset }))).toMatchObject({
    tpot: unset,
    ntpot: unset,
    e2e: 13_000,
  });
});

test('a time per token needs a token after the first event', () => {
  expect(latencyFormulas.tpot(workedFlight({ outputTokens: 2 }))).toBe(unset);
  expect(latencyFormulas.tpot(workedFlight({ outputTokens: 1, firstEventTokens: 1, lastToken: 4500 }))).toBe(
    unset,
  );
});

test('where the first event’s tokens are unknown, they are one only if there were as many events as tokens', () => {
  const unknownFirst = { firstEventTokens: unset };
  expect(latencyFormulas.tpot(workedFlight({ ...unknownFirst, events: 6 }))).toBe(unset);
  expect(latencyFormulas.tpot(workedFlight({ ...unknownFirst, events: 10 }))).toBeCloseTo(10_000 / 9);
});
