import type { PlannedStage } from './planned-stage.ts';

/** One level of a suite before it is planned for each target and repeat. `name` tells the suite's levels apart. */
export type PlannedLevel = Omit<PlannedStage, 'id' | 'target' | 'repeat'> & { readonly name: string };
