import { homedir } from 'node:os';
import { type ClockZero, createMonotonicClock, readClockZero } from '@kneepoint/core';
import { type HostFacts, localPorts, readHostFacts } from '../environment/host-facts.ts';
import { openGpuReader } from '../gpu/open-gpu-reader.ts';
import type { DescribeResult, EnvironmentReader, JsonObject, Probes } from '../jobs/ports.ts';
import { type RunningProbes, startProbeThread } from '../probes/probe-thread.ts';
import { deploymentFacts } from './describe-deployment.ts';
import { describeResult } from './describe-result.ts';
import { readServerContents, type ServerContents, unknownContents } from './server-contents.ts';

/** This host as an agent sees it: what it is, what it does, and what of that belongs into a result. */
export type OpenedHost = {
  readonly environment: EnvironmentReader;
  readonly probes: Probes;
  readonly describeResult: DescribeResult;
  close(): Promise<void>;
};

/** Long enough for some samples of a phase. */
const restMillis = 1_000;

export type HostOptions = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what could not be watched. */
  readonly warn: (text: string) => void;
};

/** Reads the facts of this host, and starts to watch it. A host that cannot be watched is one without samples, and says why. */
export async function openHost({ environment, warn }: HostOptions): Promise<OpenedHost> {
  const zero = readClockZero();
  const [facts, running] = await Promise.all([readFacts(environment), watchHost(zero, warn)]);
  const clock = createMonotonicClock(zero);
  const contents = new ContentsBook(environment, warn);
  return {
    environment: { read: async () => asJson(facts) },
    probes: {
      zero,
      now: () => clock.now(),
      restMillis: running === null ? 0 : restMillis,
      subscribe: (listener) => running?.subscribe((sample) => listener(asJson(sample))) ?? (() => {}),
      watch: (target, described) => {
        watchServer(running, target, described);
        contents.read(described);
      },
      forget: (target) => running?.forget(target),
    },
    describeResult: async (result, seen) =>
      describeResult(result, seen, {
        facts,
        record: running?.record ?? null,
        homeFolder: homedir(),
        contents: (server) => contents.of(server.facts),
      }),
    close: async () => running?.stop(),
  };
}

/** The GPU reader of the facts is closed at once: the probes have one of their own, in their thread. */
async function readFacts(environment: HostOptions['environment']): Promise<HostFacts> {
  const clock = createMonotonicClock(readClockZero());
  const opened = await openGpuReader({ now: () => clock.now(), rateHz: 5 });
  try {
    return await readHostFacts(localPorts(environment), opened);
  } finally {
    if (opened.kind === 'open') opened.reader.close();
  }
}

async function watchHost(zero: ClockZero, warn: HostOptions['warn']): Promise<RunningProbes | null> {
  try {
    return await startProbeThread({ zero, onFailure: warn });
  } catch (error) {
    warn(`the host is not watched: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** What servers run on, read beside the measuring: an interpreter takes a second to answer. */
class ContentsBook {
  readonly #environment: HostOptions['environment'];
  readonly #warn: HostOptions['warn'];
  readonly #known = new Map<string, ServerContents>();

  constructor(environment: HostOptions['environment'], warn: HostOptions['warn']) {
    this.#environment = environment;
    this.#warn = warn;
  }

  of(described: object): ServerContents {
    return this.#known.get(keyOf(described)) ?? unknownContents;
  }

  read(described: object): void {
    const facts = deploymentFacts(described);
    if (facts === null) return;
    const { files, run } = localPorts(this.#environment);
    readServerContents(facts, { files, run, environment: this.#environment, homeFolder: homedir() }).then(
      (contents) => this.#known.set(keyOf(described), contents),
      (error: unknown) => this.#warn(`what the server runs on was not read: ${String(error)}`),
    );
  }
}

const keyOf = (described: object): string => JSON.stringify(deploymentFacts(described)?.command ?? null);

function watchServer(running: RunningProbes | null, target: string, described: object): void {
  const facts = deploymentFacts(described);
  if (running === null || facts === null || facts.pid === null) return;
  if (facts.kind === 'docker') running.watch(target, { kind: 'container', pid: facts.pid });
  else running.watch(target, { kind: 'processes', rootPid: facts.pid });
}

/** Facts and samples are plain data; what JSON cannot hold is not in them. */
const asJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
