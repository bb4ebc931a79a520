import { type Figure, type Target, unknown } from '@kneepoint/core';

/** What a source says of a server; the rest is unknown, `missing` says why. */
export type TargetFacts = {
  readonly engine: Target['engine'];
  readonly version: string | null;
  readonly api: Target['api'];
  readonly url: string | null;
  readonly model: string | null;
  readonly initTime: Figure | null;
  readonly memory: Partial<Target['memory']>;
  readonly memoryPhases: Target['memoryPhases'];
  readonly deployment: Target['deployment'];
  readonly notes: readonly string[];
  readonly missing: string;
};

/** The parts of a server that most sources do not have. */
export const nothingOfServer = {
  version: null,
  url: null,
  initTime: null,
  memory: {},
  memoryPhases: [],
  deployment: null,
  notes: [],
} satisfies Partial<TargetFacts>;

/** A target of what a source says of it. */
export function importedTarget(name: string, facts: TargetFacts): Target {
  const { missing, memory, initTime, notes, ...known } = facts;
  const noMemory = unknown('bytes', missing);
  return {
    name,
    simulated: false,
    maxModelLength: null,
    serverConfig: null,
    startup: null,
    software: null,
    modelShape: null,
    ...known,
    notes: [...notes],
    initTime: initTime ?? unknown('s', missing),
    memory: { empty: noMemory, loaded: noMemory, inference: noMemory, peak: noMemory, ...memory },
  };
}
