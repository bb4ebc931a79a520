import { type PlannedStage, type Result, runBenchmark } from '@kneepoint/core';

/** What a client process used while a stage ran. */
export type StageRun = {
  readonly result: Result;
  readonly cpuMicros: number;
  readonly peakResidentBytes: number;
  readonly elapsedMillis: number;
};

export type StageWish = {
  readonly url: string;
  readonly users: number;
  readonly requests: number;
  readonly outputTokens: number;
};

/** Runs one closed-loop stage in this process, with everything switched on that `bench` has. */
export async function runStage(wish: StageWish, requestsPath: string): Promise<StageRun> {
  const stage: PlannedStage = {
    id: `users-${wish.users}`,
    target: 'target',
    suite: 'bench',
    repeat: 1,
    load: { loop: 'closed', users: wish.users },
    stop: { kind: 'requests', count: wish.requests },
    warmup: { kind: 'requests', count: 0 },
    language: 'en',
    inputTokens: 200,
    outputTokens: wish.outputTokens,
    keepExcerpts: false,
  };
  const use = { cpu: process.cpuUsage(), at: performance.now(), cpuMicros: 0, elapsed: 0, peak: 0 };
  const sampler = setInterval(() => {
    use.peak = Math.max(use.peak, process.memoryUsage.rss());
  }, 50);
  const running = runBenchmark(
    {
      id: 'benchmark',
      name: 'benchmark',
      command: 'benchmark',
      plan: {},
      tool: { version: '0', node: process.version, commit: null },
      targets: [
        {
          name: 'target',
          url: wish.url,
          api: 'openai-chat',
          engine: null,
          model: null,
          headers: {},
          body: {},
          timeoutMicros: 120_000_000,
        },
      ],
      stages: [stage],
      seed: 'benchmark',
      salt: 'benchmark',
      fixedPrompt: null,
      tokenizerPath: null,
      settleMillis: 0,
      requestsPath,
      requestsName: null,
    },
    {
      targetFound: () => {},
      stageStarted: () => {
        use.cpu = process.cpuUsage();
        use.at = performance.now();
      },
      stageEnded: () => {
        const spent = process.cpuUsage(use.cpu);
        use.cpuMicros = spent.user + spent.system;
        use.elapsed = performance.now() - use.at;
      },
      save: async () => {},
    },
  );
  const result = await running.result;
  clearInterval(sampler);
  return {
    result,
    cpuMicros: use.cpuMicros,
    peakResidentBytes: Math.max(use.peak, process.memoryUsage.rss()),
    elapsedMillis: use.elapsed,
  };
}
