import { BatchEngine } from '../engine/batch-engine.ts';
import { IdealEngine } from '../engine/ideal-engine.ts';
import type { TokenEngine } from '../engine/token-engine.ts';
import type { SimulatedProfile } from '../profiles/simulated-profile.ts';

/** The engine of a profile, on virtual time. */
export function makeEngine(profile: SimulatedProfile): TokenEngine {
  const { timing } = profile;
  switch (timing.kind) {
    case 'ideal':
      return new IdealEngine({ ...profile, timing });
    case 'batch':
      return new BatchEngine({ ...profile, ...timing });
  }
}
