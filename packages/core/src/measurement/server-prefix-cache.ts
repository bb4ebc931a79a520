import { setTimeout as delay } from 'node:timers/promises';
import type { TargetAddress } from '../transport/target-address.ts';
import { httpPost, type PlainAnswer } from './http-get.ts';

/** A server whose prefix cache is to be emptied. */
export type CacheTarget = {
  readonly engine: 'vllm' | 'sglang' | 'other';
  /** What its routes stand below, for example `http://127.0.0.1:8000`. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same address as the load's; `null` asks what the URL names. */
  readonly address: TargetAddress | null;
};

/**
 * What became of it. `refused`: the route is there but did not do it; `not-offered`: there is no such route. In both
 * cases the next stage may find prompts of the last one in the cache, were they not salted.
 */
export type ClearOutcome =
  | { readonly kind: 'cleared' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not-offered'; readonly reason: string };

/** How long a busy server is asked again, and how often. */
export type ClearPatience = { readonly totalMillis: number; readonly pauseMillis: number };

const usualPatience: ClearPatience = { totalMillis: 5000, pauseMillis: 500 };

type CacheRoute = {
  readonly path: string;
  readonly isCleared: (answer: PlainAnswer) => boolean;
  readonly isBusy: (answer: PlainAnswer) => boolean;
  readonly hint: string;
};

const routes: Readonly<Record<'vllm' | 'sglang', CacheRoute>> = {
  vllm: {
    path: '/reset_prefix_cache',
    isCleared: (answer) => answer.status === 200 && successOf(answer) !== false,
    // vLLM answers 200 whether or not blocks are still held.
    isBusy: (answer) => answer.status === 200 && successOf(answer) === false,
    hint: 'vLLM offers it when started with VLLM_SERVER_DEV_MODE=1',
  },
  sglang: {
    path: '/flush_cache',
    isCleared: (answer) => answer.status === 200,
    isBusy: (answer) => answer.status === 400,
    hint: 'SGLang offers it at /flush_cache',
  },
};

/**
 * Empties a server's prefix cache through its own route. Requests that have just ended may still hold blocks, so a busy
 * server is asked again for up to 5 s. It never throws: a run goes on, and says what it could not do.
 */
export async function clearPrefixCache(
  target: CacheTarget,
  patience: ClearPatience = usualPatience,
): Promise<ClearOutcome> {
  if (target.engine === 'other') {
    return { kind: 'not-offered', reason: 'no route that clears the prefix cache of this server is known' };
  }
  const route = routes[target.engine];
  const deadline = performance.now() + patience.totalMillis;
  for (;;) {
    const answer = await ask(target, route);
    if (typeof answer === 'string') return { kind: 'refused', reason: answer };
    if (route.isCleared(answer)) return { kind: 'cleared' };
    if (!route.isBusy(answer)) return refusal(answer, route);
    if (performance.now() + patience.pauseMillis > deadline) return stillBusy(patience);
    await delay(patience.pauseMillis);
  }
}

/** The answer, or what went wrong. */
async function ask(target: CacheTarget, route: CacheRoute): Promise<PlainAnswer | string> {
  const { baseUrl, headers, address } = target;
  try {
    return await httpPost(`${baseUrl}${route.path}`, { headers, address, timeoutMillis: 5000 });
  } catch (error) {
    return `${route.path} gave no answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function refusal(answer: PlainAnswer, route: CacheRoute): ClearOutcome {
  if (answer.status === 404 || answer.status === 405) {
    return { kind: 'not-offered', reason: `the server has no ${route.path}; ${route.hint}` };
  }
  return { kind: 'refused', reason: `the server answers ${answer.status} at ${route.path}` };
}

function stillBusy({ totalMillis }: ClearPatience): ClearOutcome {
  return {
    kind: 'refused',
    reason: `the server still had requests after ${totalMillis / 1000} s, and clears its cache only when idle`,
  };
}

function successOf(answer: PlainAnswer): boolean | null {
  try {
    const value: unknown = JSON.parse(answer.text);
    const success = typeof value === 'object' && value !== null && 'success' in value ? value.success : null;
    return typeof success === 'boolean' ? success : null;
  } catch {
    // Older releases answer with an empty body.
    return null;
  }
}
