import { expect, test } from 'vitest';
import { restoreMeasurement } from './restore-measurement.ts';
import { RecordedStage } from './testing/recorded-stage.ts';

test('a measurement that crossed a thread is the same, and its histograms can be asked again', () => {
  const stage = new RecordedStage();
  stage.open(0);
  const flight = stage.start(0, { firstWave: true });
  stage.token(100, flight, 1);
  stage.token(150, flight, 4);
  stage.end(200, flight);
  stage.close(300);
  const measurement = stage.finish(300);
  const restored = restoreMeasurement(structuredClone(measurement));
  expect(restored).toEqual(measurement);
  expect(restored.window.latencies.requests.ttft.valueAtQuantile(0.5)).toBe(100);
  expect(restored.cold.latencies.requests.e2e.mean).toBe(150);
  expect(restored.whole.latencies.tokenGap.count).toBe(3);
});
