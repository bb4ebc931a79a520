import type { TargetTrouble } from '@kneepoint/core';

/** Why requests of a stage failed. `said` is the server's own sentence, empty where it gave none. */
export type RequestTrouble =
  | { readonly kind: 'context-too-long'; readonly said: string }
  | { readonly kind: 'model-refused'; readonly said: string }
  | { readonly kind: 'route-missing'; readonly said: string }
  | { readonly kind: 'request-unauthorized'; readonly status: number; readonly said: string }
  | { readonly kind: 'not-ready'; readonly said: string }
  | { readonly kind: 'rate-limited'; readonly said: string }
  | { readonly kind: 'gpu-memory'; readonly said: string }
  | { readonly kind: 'request-refused'; readonly status: number; readonly said: string }
  | { readonly kind: 'server-failed'; readonly status: number; readonly said: string }
  | { readonly kind: 'page-answered'; readonly said: string }
  | { readonly kind: 'answers-late'; readonly said: string }
  | { readonly kind: 'connection-lost'; readonly said: string }
  | { readonly kind: 'answers-empty'; readonly said: string }
  | { readonly kind: 'stream-broken'; readonly said: string };

/** What a file that cannot be read was to be. */
export type FileRole = 'plan' | 'result' | 'policy' | 'other';

/** What is wrong on this host, with a file, or with an agent. `said` is the error's own sentence. */
export type LocalTrouble =
  /** Each problem is `FILE:LINE: path: what is wrong`. */
  | { readonly kind: 'plan-invalid'; readonly problems: readonly string[] }
  | { readonly kind: 'file-missing'; readonly role: FileRole; readonly path: string }
  | { readonly kind: 'file-forbidden'; readonly path: string }
  | { readonly kind: 'output-exists'; readonly said: string }
  | { readonly kind: 'disk-full'; readonly said: string }
  | { readonly kind: 'port-in-use'; readonly said: string }
  | { readonly kind: 'agent-unreachable'; readonly said: string }
  | { readonly kind: 'agent-foreign'; readonly said: string }
  | { readonly kind: 'agent-token'; readonly said: string }
  | { readonly kind: 'policy-refuses'; readonly problems: readonly string[] }
  | { readonly kind: 'docker-missing'; readonly said: string }
  | { readonly kind: 'image-missing'; readonly said: string }
  | { readonly kind: 'gpu-runtime-missing'; readonly said: string }
  | { readonly kind: 'start-too-slow'; readonly said: string }
  | { readonly kind: 'no-server-found' };

/** Everything that has help of its own in three languages. */
export type Trouble = TargetTrouble | RequestTrouble | LocalTrouble;

/** The troubles by their kind. */
export type TroubleByKind = { readonly [One in Trouble as One['kind']]: One };
export type TroubleKind = Trouble['kind'];

/** What help says of a trouble. */
export type Help = {
  /** What happened, in one sentence without its full stop. */
  readonly what: string;
  /** Why, probably; `null` where nobody knows better than `what`. */
  readonly why: string | null;
  /** What to try, the likeliest first. */
  readonly tries: readonly string[];
  /** Commands to copy. */
  readonly commands: readonly string[];
};
