import type { EngineKind } from './engine-kinds.ts';
import { installEngine, type ProgressLine } from './install-engine.ts';

/** Whether tests against an engine can run on this machine, and if not, the text that says why. */
export type EngineAvailability =
  | { readonly available: true }
  | { readonly available: false; readonly reason: string };

const toStandardError: ProgressLine = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Makes the engine ready (installs it when needed) and says whether it can be tested. The one reason
 * against is that its packages cannot be reached; every other trouble is an error and must fail the tests.
 */
export async function engineAvailability(
  engine: EngineKind,
  progress: ProgressLine = toStandardError,
): Promise<EngineAvailability> {
  const outcome = await installEngine(engine, progress);
  if (outcome.kind === 'ready') return { available: true };
  const reason = `skipped, because the packages of ${engine} cannot be reached: ${outcome.reason}`;
  progress(reason);
  return { available: false, reason };
}
