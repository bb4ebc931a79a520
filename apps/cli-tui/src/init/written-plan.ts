import type { PlanRemarks } from '../words/init-words.ts';
import type { FoundServer } from './find-servers.ts';

/** How long a person wants to wait for how firm an answer. */
export const thoroughnesses = ['quick', 'usual', 'thorough'] as const;
export type Thoroughness = (typeof thoroughnesses)[number];

/** What the plan is written from. */
export type PlanWish = {
  readonly name: string;
  /** Where it will stand, for the commands in its remarks. */
  readonly path: string;
  readonly servers: readonly FoundServer[];
  readonly thoroughness: Thoroughness;
  readonly languages: readonly string[];
  /** In the language of the person who will read it. */
  readonly remarks: PlanRemarks;
};

type Effort = {
  readonly repeats: number;
  readonly users: string;
  readonly duration: string;
  readonly requests: number;
};

const efforts: Readonly<Record<Thoroughness, Effort>> = {
  quick: {
    repeats: 1,
    users: '1, 4, 16',
    duration: '15s',
    requests: 8,
  },
  usual: {
    repeats: 3,
    users: '1, 5, 10, 20, 50',
    duration: '30s',
    requests: 8,
  },
  thorough: {
    repeats: 5,
    users: '1, 2, 5, 10, 20, 50, 100',
    duration: '60s',
    requests: 10,
  },
};

/** The names of the targets: the engines', numbered where two are the same. */
export function targetNames(servers: readonly FoundServer[]): readonly string[] {
  return servers.map(({ engine }, index) => {
    const same = servers.filter((other) => other.engine === engine);
    const base = engine === 'other' ? 'server' : engine;
    return same.length === 1
      ? base
      : `${base}-${servers.slice(0, index + 1).filter((other) => other.engine === engine).length}`;
  });
}

/** A plan with a remark on everything that a newcomer may want to change. */
export function writtenPlan({ name, path, servers, thoroughness, languages, remarks }: PlanWish): string {
  const effort = efforts[thoroughness];
  const names = targetNames(servers);
  return `# ${remarks.run} kneepoint compare ${path}
# ${remarks.dryRun} kneepoint compare ${path} --dry-run
version: 1
name: ${JSON.stringify(name)}

# ${remarks.targets}
targets:
${servers.map((server, index) => targetLines(server, names[index] ?? '', remarks)).join('\n')}

suites:
  # ${remarks.singleUser}
  - { kind: single-user, requests: ${effort.requests}, outputTokens: 128 }
  # ${remarks.concurrency}
  # ${remarks.concurrencyLengths}
  - { kind: concurrency, users: [${effort.users}], duration: ${effort.duration}, inputTokens: 200, outputTokens: 128 }
  # ${remarks.languages}
  - { kind: languages, languages: [en, ko, zh], requests: ${effort.requests}, outputTokens: 256 }
  # ${remarks.rate}
  # - { kind: rate, requestsPerSecond: [1, 2, 4], duration: 60s, inputTokens: 200, outputTokens: 128 }

# ${remarks.repeats[thoroughness]}
repeats: ${effort.repeats}

# ${remarks.order}
between: { settle: 1s }

# ${remarks.thresholds}
# thresholds: ["ttft p95 < 500ms", "errorRate < 1%"]

# ${remarks.report}
report: { languages: [${languages.join(', ')}], format: [markdown, html] }
`;
}

function targetLines(server: FoundServer, name: string, { someServer }: PlanRemarks): string {
  const { url, engine, version, api, model } = server;
  const known = `${engine === 'other' ? someServer : engine}${version === null ? '' : ` ${version}`}, ${model}`;
  return `  # ${oneLine(known)}
  - { name: ${name}, ${engine === 'other' ? '' : `engine: ${engine}, `}api: ${api}, url: ${JSON.stringify(url)} }`;
}

/** A model's name and a version come from the server: nothing in them may end the comment. */
const oneLine = (text: string): string => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 160);
