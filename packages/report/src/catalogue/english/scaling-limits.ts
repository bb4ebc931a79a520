import type { LoadLimit } from '@kneepoint/core';
import { createFormats } from '../formats.ts';
import type { LimitWords, LoadLimitParts } from '../scaling-words.ts';
import { englishList, englishUsers } from './phrases.ts';

const formats = createFormats('en');

/** What a target ran into first, in English. */
export function englishLoadLimit(target: string, limit: LoadLimitParts): string {
  const users = limit.users === null ? '' : englishUsers(limit.users);
  const sentence: Record<LoadLimit['cause'], () => string> = {
    errors: () => `requests fail from ${users} on${bracket(limit, 'errorRate', formats.share)}`,
    client: () =>
      `at ${users} the client that made the load gave in first, so the server's limit was not seen`,
    'kv-cache': () => `the KV cache is full at ${users}${cacheText(limit)}`,
    queue: () => `requests wait inside the server from ${users} on${queueText(limit)}`,
    latency: () => latencyText(users, limit),
    bandwidth: () => hardwareText('memory bandwidth', users, limit),
    compute: () => hardwareText('computing power', users, limit),
    'none-seen': () =>
      `no sign of a limit up to ${users}${limit.reason === 'server-not-watched' ? "; the server's own queue and KV cache were not looked at" : ''}`,
    unknown: () => unknownText(users, limit),
  };
  return `${target}: ${sentence[limit.cause]()}.`;
}

function bracket(limit: LoadLimitParts, name: string, format: (value: number) => string): string {
  const value = limit.number(name);
  return value === null ? '' : ` (${format(value)} of them)`;
}

function cacheText(limit: LoadLimitParts): string {
  const use = limit.number('kvUse');
  const preemptions = limit.number('preemptions');
  const parts = [
    ...(use === null ? [] : [`up to ${formats.share(use)} in use`]),
    ...(preemptions === null ? [] : [`${formats.requests(preemptions)} preemptions per repeat`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function queueText(limit: LoadLimitParts): string {
  const waiting = limit.number('waiting');
  const running = limit.number('running');
  if (waiting === null) return '';
  const most = running === null ? '' : `, while at most ${formats.requests(running)} ran`;
  return ` (${formats.requests(waiting)} on average${most})`;
}

function latencyText(users: string, limit: LoadLimitParts): string {
  const ttft = limit.number('ttft');
  const growth = limit.number('growth');
  const now = ttft === null ? '' : ` (${formats.duration(ttft)} on average)`;
  const times = growth === null ? 'grew' : `is ${formats.ratio(growth)} times that of the lightest level`;
  return `time to first token at ${users} ${times}${now}; nothing else was seen to give in`;
}

function hardwareText(what: string, users: string, limit: LoadLimitParts): string {
  const share = limit.number('limitShare');
  return share === null
    ? `${what} is the limit at ${users}`
    : `${what} is the limit at ${users}: ${formats.share(share)} of what the hardware allows is reached`;
}

function unknownText(users: string, limit: LoadLimitParts): string {
  if (limit.reason === 'too-few-levels')
    return 'what limits it is unknown, since it was measured at one level only';
  const stops = `growth slows by ${users}, and why is unknown`;
  return limit.reason === 'server-not-watched'
    ? `${stops}: the server's own queue and KV cache were not looked at`
    : `${stops}: no errors, no queue and no full KV cache were seen`;
}

/** The physical limit in English. */
export const englishLimit: LimitWords = {
  heading: 'Physical limit',
  intro:
    'No server can decode faster than the accelerator reads the weights and the cached context from memory, or computes a token for each user, whichever takes longer.',
  load: 'Load',
  prefillOf: (load) => `${load}, prompt (prefill)`,
  measured: 'Measured (tok/s)',
  limit: 'At most (tok/s)',
  share: 'Reached',
  boundBy: 'Bound by',
  bounds: { bandwidth: 'memory bandwidth', compute: 'computing power' },
  inputs: (targets, { accelerator, accelerators, bandwidth, peakFlops, weightBytes }) =>
    `${englishList(targets)}: ${accelerators === 1 ? '' : `${formats.count(accelerators)} × `}${accelerator} with ${formats.count(bandwidth / 1e9)} GB/s${peakFlops === null ? '' : ` and ${formats.count(peakFlops / 1e12)} TFLOP/s`}; a step reads ${formats.bytes(weightBytes)} of weights.`,
  estimated:
    'The speed of a prompt is an estimate: its tokens over the time to first token, in which waiting and the network are included.',
  above: (targets) =>
    `More than 100% is impossible: for ${englishList(targets)} the measurement is wrong, or what is known of the model or the accelerator is.`,
  reason: (reason, targets) => {
    const names = englishList(targets);
    switch (reason) {
      case 'simulated':
        return `No physical limit for ${names}: a simulated server does not run on an accelerator.`;
      case 'no-accelerator':
        return `No physical limit for ${names}: no GPU was seen on the host that serves.`;
      case 'other-host':
        return `No physical limit for ${names}: the server runs on another host, whose GPU is unknown.`;
      case 'accelerator-unknown':
        return `No physical limit for ${names}: the figures of this GPU are not in Kneepoint's table.`;
      case 'accelerators-differ':
        return `No physical limit for ${names}: the host has GPUs of several kinds.`;
      case 'accelerator-count-unknown':
        return `No physical limit for ${names}: the host has several GPUs, and how many of them serve is unknown.`;
      case 'model-unknown':
        return `No physical limit for ${names}: the number of the model's parameters is unknown.`;
      case 'weights-unknown':
        return `No physical limit for ${names}: how many bits a quantized weight has is unknown.`;
      case 'experts-unknown':
        return `No physical limit for ${names}: how many of its experts' parameters a token needs is unknown.`;
      case 'speculative-decoding':
        return `No physical limit for ${names}: speculative decoding may yield several tokens in one step.`;
      case 'context-unknown':
        return `For ${names} the length of the context is unknown and left out: the true limit is somewhat lower.`;
      case 'compute-unknown':
        return `For ${names} only memory bandwidth counts: the rate of computing is unknown for this type of number.`;
    }
  },
  shareOf: (share, limit) => `${formats.share(share)} of at most ${formats.rate(limit)}`,
  shareRow: 'Share of the physical limit',
};
