import { usageError } from '@kneepoint/core';
import { parse } from 'yaml';
import { z } from 'zod';

const absolute = z
  .string()
  .regex(/^(\/|~\/)/, { error: 'must be an absolute path, or one that begins with ~/' })
  .refine((path) => !path.split('/').includes('..'), { error: 'must not contain ".."' });

const limitsSchema = z.strictObject({
  /** Jobs that wait or run. */
  jobs: z.number().int().min(1).max(10_000).default(32),
  /** Deployments that run at one time. */
  deployments: z.number().int().min(1).max(1000).default(16),
  /** Connections that follow events, logs or probes. */
  listeners: z.number().int().min(1).max(100_000).default(256),
  /** Bytes of the body of one request. */
  bodyBytes: z
    .number()
    .int()
    .min(1024)
    .default(64 * 1024 * 1024),
});

/** What a policy file may say. What is on no list is not allowed. */
const policySchema = z.strictObject({
  version: z.literal(1),
  /** Images by exact name; with `*` at the end, all that begin so. */
  images: z.array(z.string().min(1)).default([]),
  /** The first words of a command, each exactly; more words may follow. */
  commands: z.array(z.array(z.string().min(1)).min(1)).default([]),
  /** Host folders that containers may be given, with all that is in them. */
  mounts: z.array(absolute).default([]),
  /** Environment variables that deployments may be given, and that may hold a target's API key. */
  environment: z.array(z.string().regex(/^[A-Za-z_]\w*$/)).default([]),
  /** Host ports: `8000`, or a range `"8000-8100"`. */
  ports: z
    .array(z.union([z.number().int().min(1).max(65_535), z.string().regex(/^\d{1,5}-\d{1,5}$/)]))
    .default([]),
  /** Addresses of this host, beside 127.0.0.1, on which containers may listen. */
  listenAddresses: z.array(z.string().min(1)).default([]),
  /** Folders whose files a plan may name, and in which a process may be started. */
  folders: z.array(absolute).default([]),
  /** Hosts beside this one whose servers a job may measure, as `HOST` or `HOST:PORT`. */
  targets: z.array(z.string().min(1)).default([]),
  /** What of the host a container may share. */
  hostNamespaces: z.array(z.enum(['ipc', 'network'])).default([]),
  limits: limitsSchema.prefault({}),
});

/** The lists of a policy file. */
export type PolicyLists = z.infer<typeof policySchema>;
/** Most jobs, deployments, listeners and bytes. */
export type AgentLimits = PolicyLists['limits'];
/**
 * What may be deployed and read. `unrestricted` is for a person's own plan in their own process: they could start all
 * of it themselves.
 */
export type AgentPolicy =
  | { readonly kind: 'listed'; readonly lists: PolicyLists; readonly limits: AgentLimits }
  | { readonly kind: 'unrestricted'; readonly limits: AgentLimits };

const listed = (lists: PolicyLists): AgentPolicy => ({ kind: 'listed', lists, limits: lists.limits });

/** Nothing may be deployed, no file read, only this host's servers measured: the policy of an agent without a policy file. */
export const closedPolicy: AgentPolicy = listed(policySchema.parse({ version: 1 }));

/** All is allowed, within the usual limits. */
export const unrestrictedPolicy: AgentPolicy = { kind: 'unrestricted', limits: limitsSchema.parse({}) };

/** Reads a policy file's text; `source` names it in messages. Throws one usage error that lists every problem. */
export function parseAgentPolicy(text: string, source: string): AgentPolicy {
  const parsed = policySchema.safeParse(readYaml(text, source));
  if (parsed.success) return listed(parsed.data);
  const problems = parsed.error.issues.map(
    (issue) => `${source}: ${issue.path.join('.') || 'the policy'}: ${issue.message}`,
  );
  throw usageError(
    'policy-invalid',
    problems.join('\n'),
    'correct the policy file; the agent was not started',
  );
}

function readYaml(text: string, source: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError('policy-invalid', `${source}: ${reason}`, 'correct the policy file');
  }
}
