import { known, type PartFormula, unknownPart } from '../part-value.ts';
import { workaroundsOf } from '../workarounds.ts';

export const memoryOfLeast: PartFormula = ({ result }, { memory }) => {
  const own = memory.peak.value;
  const all = result.targets.flatMap((target) => target.memory.peak.value ?? []);
  if (own === null || own <= 0) return unknownPart();
  if (all.length < 2) return unknownPart(result.targets.length < 2 ? 'one-target' : 'not-measured');
  const least = Math.min(...all);
  return known(least / own, [
    { name: 'memory', value: own, unit: 'bytes' },
    { name: 'least', value: least, unit: 'bytes' },
  ]);
};

export const startUpOfFastest: PartFormula = ({ result }, { initTime }) => {
  const own = initTime.value;
  const all = result.targets.flatMap((target) => target.initTime.value ?? []);
  if (own === null || own <= 0) return unknownPart();
  if (all.length < 2) return unknownPart(result.targets.length < 2 ? 'one-target' : 'not-measured');
  const fastest = Math.min(...all);
  return known(fastest / own, [
    { name: 'startUp', value: own, unit: 's' },
    { name: 'fastest', value: fastest, unit: 's' },
  ]);
};

export const workarounds: PartFormula = (_facts, target) => {
  const found = workaroundsOf(target);
  return found === null ? unknownPart('not-started-here') : known(found.length);
};

/** Only of a target that was started here: of a running server nobody knows how often it did not start. */
export const failuresBeforeReady: PartFormula = ({ result }, { name, startup }) => {
  const failed = result.failures.filter(({ target }) => target === name).length;
  return startup === null && failed === 0 ? unknownPart('not-started-here') : known(failed);
};

/** A simulated server is no engine; of a version that nobody knows nobody can say what is known of it. */
export const knownProblems: PartFormula = ({ result }, { name, version, simulated }) => {
  if (simulated) return unknownPart('simulated');
  const own = result.knownProblems.filter(({ target }) => target === null || target === name);
  return own.length === 0 && version === null ? unknownPart() : known(own.length);
};
