import type { MemoryPhaseName } from '@kneepoint/core';
import type { CellMetric } from './mapping-schema.ts';

/** The load level that a figure is of. */
export type TablePlace = {
  readonly suite: 'single-user' | 'concurrency' | 'languages';
  readonly users: number;
  /** An ISO 639 code; `und` where the document does not say it. */
  readonly language: string;
};

/** One thing that a document's table says of a target. Values are in the base unit of their dimension. */
export type TableStatement =
  | {
      readonly kind: 'metric';
      readonly target: string;
      readonly place: TablePlace;
      readonly metric: CellMetric;
      readonly value: number;
      /** Requests behind it, `null` where the document does not say. */
      readonly requests: number | null;
    }
  /** Bytes that a result names for the target. */
  | {
      readonly kind: 'memory';
      readonly target: string;
      readonly phase: 'empty' | 'loaded' | 'inference' | 'peak';
      readonly bytes: number;
    }
  /** Bytes of a phase in a table of phases. */
  | {
      readonly kind: 'memory-phase';
      readonly target: string;
      readonly phase: MemoryPhaseName;
      readonly bytes: number;
      /** What the row is called in the document. */
      readonly label: string;
    }
  | { readonly kind: 'start-up'; readonly target: string; readonly seconds: number }
  | { readonly kind: 'prompt'; readonly place: TablePlace; readonly text: string }
  | { readonly kind: 'rating'; readonly place: TablePlace; readonly text: string };

/** A language that nobody says: ISO 639's own code for it. */
export const undetermined = 'und';
