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
};

type Effort = {
  readonly repeats: number;
  readonly users: string;
  readonly duration: string;
  readonly requests: number;
  readonly why: string;
};

const efforts: Readonly<Record<Thoroughness, Effort>> = {
  quick: {
    repeats: 1,
    users: '1, 4, 16',
    duration: '15s',
    requests: 3,
    why: 'One repeat shows what there is, but not how much it varies.',
  },
  usual: {
    repeats: 3,
    users: '1, 5, 10, 20, 50',
    duration: '30s',
    requests: 5,
    why: 'Three repeats, the servers in turns, are the least that tells a difference from noise.',
  },
  thorough: {
    repeats: 5,
    users: '1, 2, 5, 10, 20, 50, 100',
    duration: '60s',
    requests: 10,
    why: 'Five repeats find small differences, and a minute a level has samples for the p99.',
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
export function writtenPlan({ name, path, servers, thoroughness, languages }: PlanWish): string {
  const effort = efforts[thoroughness];
  const names = targetNames(servers);
  return `# Run it:               kneepoint compare ${path}
# See what it will do:  kneepoint compare ${path} --dry-run
version: 1
name: ${name}

targets:
${servers.map((server, index) => targetLines(server, names[index] ?? '')).join('\n')}

suites:
  # One user at a time: how fast is a single answer?
  - { kind: single-user, requests: ${effort.requests}, outputTokens: 128 }
  # Users who each wait for their answer: how much do all get together? Lengths may be drawn, too: inputTokens: "normal:200,50".
  - { kind: concurrency, users: [${effort.users}], duration: ${effort.duration}, inputTokens: 200, outputTokens: 128 }
  # The same task in several languages, with a look at the answers.
  - { kind: languages, languages: [en, ko, zh], requests: ${effort.requests}, outputTokens: 256 }
  # Requests that come whether or not the server keeps up; take it in for the waiting that real users see.
  # - { kind: rate, requestsPerSecond: [1, 2, 4], duration: 60s, inputTokens: 200, outputTokens: 128 }

# ${effort.why}
repeats: ${effort.repeats}

# What has to hold; else the exit code is 4.
# thresholds: ["ttft p95 < 500ms", "errorRate < 1%"]

report: { languages: [${languages.join(', ')}], format: [markdown, html] }
`;
}

function targetLines({ url, engine, version, api, model }: FoundServer, name: string): string {
  const known = `${engine === 'other' ? 'a server' : engine}${version === null ? '' : ` ${version}`}, ${oneLine(model)}`;
  return `  # ${known}
  - { name: ${name}, ${engine === 'other' ? '' : `engine: ${engine}, `}api: ${api}, url: ${JSON.stringify(url)} }`;
}

/** A model's name comes from the server: nothing in it may end the comment. */
const oneLine = (text: string): string => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 120);
