import type { ProgressFlags } from './progress-flags.ts';
import type { TargetFlags, TlsWish } from './target-flags.ts';

/** The flags of `audit caching` as the command line gives them. */
export type AuditCachingFlags = TargetFlags &
  TlsWish &
  ProgressFlags & {
    readonly requests?: string;
    readonly rounds?: string;
    readonly users?: string;
    readonly inputTokens?: string;
    readonly outputTokens?: string;
    readonly language: string;
    readonly seed?: string;
    readonly output?: string;
    readonly json?: boolean;
    readonly printsResult?: boolean;
  };
