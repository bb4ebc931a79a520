import type { Trust } from '../result/stage-schema.ts';
import { beyondCeiling } from './beyond-ceiling.ts';
import {
  clientBusy,
  connectionsOpened,
  droppedArrivals,
  eventLoopDelay,
  garbageCollection,
  readsWaited,
  startLag,
} from './client-trust-rules.ts';
import {
  coldStart,
  concurrencyNotHeld,
  errors,
  interrupted,
  noData,
  noWindow,
  stageFailed,
  tokenSourceUnknown,
  tooFewRequests,
  windowTooShort,
} from './data-trust-rules.ts';
import type { TrustFinding } from './trust-finding.ts';
import type { TrustInput } from './trust-input.ts';

/** Every rule of the verdict. */
const rules: readonly ((input: TrustInput) => TrustFinding | null)[] = [
  noData,
  stageFailed,
  clientBusy,
  eventLoopDelay,
  readsWaited,
  garbageCollection,
  connectionsOpened,
  beyondCeiling,
  startLag,
  droppedArrivals,
  errors,
  interrupted,
  noWindow,
  tooFewRequests,
  windowTooShort,
  concurrencyNotHeld,
  coldStart,
  tokenSourceUnknown,
  ({ unsteady }) => unsteady,
];

/** Whether a stage's figures can be trusted, with the reasons against it, those that make it invalid first. */
export function judgeTrust(input: TrustInput, others: readonly TrustFinding[] = []): Trust {
  const findings = [...rules.map((rule) => rule(input)).filter((found) => found !== null), ...others];
  const invalid = findings.filter((found) => found.verdict === 'invalid');
  const suspect = findings.filter((found) => found.verdict === 'suspect');
  return {
    verdict: invalid.length > 0 ? 'invalid' : suspect.length > 0 ? 'suspect' : 'valid',
    reasons: [...invalid, ...suspect].map((found) => found.reason),
  };
}
