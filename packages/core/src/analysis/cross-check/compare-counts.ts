import type { CrossCheck } from '../../result/cross-check-schema.ts';
import type { ServerView } from '../../result/stage-schema.ts';
import { tokenShare } from './cross-check-limits.ts';
import type { TwoViews } from './cross-check-stage.ts';
import { judgedCheck, notCompared } from './judged-check.ts';

const requestsText = (count: number): string => (count === 1 ? '1 request' : `${count} requests`);

const notAround = 'the server was not read both before the first request and after the last one';

/** Counters that stand still speak of another server, or of none: they are no second opinion. */
const countsNothing = 'the server counts nothing, although it answered';

/** Whether the server's counts hold all of the stage. */
const coversStage = ({ offBy }: ServerView): boolean =>
  offBy.start !== null && offBy.end !== null && offBy.start <= 0 && offBy.end >= 0;

/**
 * Requests that ended. A server counts those that this client cut or saw fail, or it does not: from the completed ones to
 * all of them, its count is explained.
 */
export function compareRequests({ asked, server }: TwoViews): CrossCheck {
  const counted = server.requestsFinished;
  const figures = { code: 'requests', unit: 'requests', client: asked.completed, server: counted } as const;
  if (counted === null) return notCompared(figures, 'the server does not count requests');
  if (counted === 0 && asked.completed > 0) return notCompared(figures, countsNothing);
  if (!coversStage(server)) return notCompared(figures, notAround);
  const allowed = { low: counted - asked.failed - asked.cut, high: counted };
  return judgedCheck(figures, allowed, {
    inside: 'client and server count the same requests',
    above: (by) =>
      `the server counted ${requestsText(by)} fewer than it answered: it was restarted, or its metrics are those of one of several servers behind the address`,
    below: (by) => `somebody else used the server during the stage: ${requestsText(by)} more than ours`,
  });
}

/**
 * Output tokens. Those of cut and failed requests are in the server's count alone, so where there are any, only a count
 * below the client's contradicts it.
 */
export function compareTokens({ asked, server }: TwoViews, shared: boolean): CrossCheck {
  const counted = server.generationTokens;
  const client = asked.withoutCount > 0 ? null : asked.outputTokens;
  const figures = { code: 'generation-tokens', unit: 'tokens', client, server: counted } as const;
  if (counted === null) return notCompared(figures, 'the server does not count output tokens');
  if (client === null)
    return notCompared(figures, `the number of tokens of ${asked.withoutCount} answers is unknown`);
  if (!coversStage(server)) return notCompared(figures, notAround);
  if (shared) return notCompared(figures, 'the server had other users');
  if (counted === 0 && client > 0) return notCompared(figures, countsNothing);
  const slack = counted * tokenShare;
  const low = asked.failed + asked.cut > 0 ? null : counted - slack;
  const other = `the server counted ${counted} output tokens, its answers say ${client}`;
  return judgedCheck(
    { ...figures, client },
    { low, high: counted + slack },
    { inside: 'client and server count the same output tokens', above: () => other, below: () => other },
  );
}
