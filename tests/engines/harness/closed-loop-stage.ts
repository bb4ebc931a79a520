import { fixedNumber, type PlannedStage } from '../../../packages/core/src/index.ts';

/** What a test says about a stage of users who each wait for their answers; there is no warm-up unless it asks for one. */
export interface StageWish {
  readonly users: number;
  readonly requests: number;
  readonly warmupRequests?: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** The stage, salted, at the target `server`. */
export function closedLoopStage(wish: StageWish): PlannedStage {
  return {
    id: `users-${wish.users}`,
    target: 'server',
    suite: 'bench',
    repeat: 1,
    load: { loop: 'closed', users: wish.users, thinkTime: null },
    stop: { kind: 'requests', count: wish.requests },
    warmup: { kind: 'requests', count: wish.warmupRequests ?? 0 },
    language: 'en',
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: fixedNumber(wish.inputTokens),
    outputTokens: fixedNumber(wish.outputTokens),
    keepExcerpts: false,
  };
}
