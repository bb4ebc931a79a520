import type { PlanSettings } from '../config/plan-values.ts';
import type { BuildReportFlags } from './judging-flags.ts';
import type { ProgressFlags } from './progress-flags.ts';

/** The flags of `compare` as the command line gives them. */
export type CompareFlags = BuildReportFlags &
  ProgressFlags & {
    readonly resume?: string;
    readonly repeats?: string;
    readonly workers?: string;
    readonly timeout?: string;
    readonly seed?: string;
    /** Of the reports. */
    readonly language?: string;
    readonly format?: string;
    /** What a config says of keys that the plan may have; the plan stands above it. */
    readonly beneathPlan?: PlanSettings;
    readonly output?: string;
    readonly json?: boolean;
    readonly agent?: string;
    readonly tokenEnv?: string;
    readonly detach?: boolean;
    readonly keep?: boolean;
    readonly servers?: 'auto' | 'together' | 'one-by-one';
    readonly print?: 'docker-run' | 'compose';
    readonly dryRun?: boolean;
  };
