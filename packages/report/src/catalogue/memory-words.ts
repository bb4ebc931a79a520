import type { MemoryOwner, MemoryPhaseName } from '@kneepoint/core';

/** What the engine says of its own memory. */
export type EngineMemoryName = 'weights' | 'kvCache' | 'graphs' | 'kvTokens' | 'fraction';

/** What is said of the memory of servers. */
export type MemoryWords = {
  readonly heading: string;
  readonly phase: string;
  readonly phases: Record<MemoryPhaseName, string>;
  readonly owner: string;
  readonly ownerName: (owner: MemoryOwner) => string;
  readonly median: string;
  readonly most: string;
  readonly samples: string;
  /** What the table of phases tells: whose memory it is. */
  readonly intro: Record<'server-on-device' | 'device' | 'host' | 'figures', string>;
  readonly mostNote: (bytes: string) => string;
  readonly difference: string;
  /** The one that needs least, and by how many bytes less than the one that needs most. */
  readonly less: (least: string, bytes: number, most: string) => string;
  readonly same: string;
  /** The greatest share of the KV cache that was in use, and at what load. */
  readonly inUse: string;
  readonly inUseText: (share: number, level: string) => string;
  readonly engineHeading: string;
  readonly engineIntro: string;
  readonly engine: Record<EngineMemoryName, string>;
  readonly engineUnknown: (targets: readonly string[]) => string;
  readonly tokens: (count: number) => string;
  readonly allFigures: string;
  readonly note: string;
};
