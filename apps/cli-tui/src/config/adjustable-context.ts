import type { CommandContext } from '../command-context.ts';

/** The context while settings are read into it; commands see it when they run, and cannot write to it. */
export type AdjustableContext = { -readonly [Part in keyof CommandContext]: CommandContext[Part] };
