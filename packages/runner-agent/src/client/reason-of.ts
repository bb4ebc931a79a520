import { KneepointError } from '@kneepoint/core';

/**
 * The innermost reason of what went wrong on the way to an agent: `connect ECONNREFUSED 127.0.0.1:7321`, `other side
 * closed`. What the agent itself answered is a reason already.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof KneepointError && error.code !== 'agent-unreachable') return error.message;
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // Several addresses were tried: the error that holds theirs says nothing itself.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error.message === '' ? error.name : error.message;
}
