import type { Environment } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';
import type { Fact } from './environment-facts.ts';

/** The host: GPUs first, then its system. */
export function systemFacts({ result, catalogue }: ReportContext): Fact[] {
  const { facts, environment: words, formats } = catalogue;
  const { os, kernel, cpu, memory, docker, python, limits, reasons } = result.environment;
  const limit = facts.limitsText(limits.cores, limits.memory);
  return [
    ...gpuFacts(result.environment, catalogue),
    { item: words.operatingSystem, value: os, reason: reasons['os'] ?? null },
    { item: words.kernel, value: kernel, reason: reasons['kernel'] ?? null },
    {
      item: words.processor,
      value: cpu === null ? null : words.cores(cpu.model, cpu.cores),
      reason: reasons['cpu'] ?? null,
    },
    {
      item: words.memory,
      value: memory === null ? null : formats.bytes(memory.total),
      reason: reasons['memory'] ?? null,
    },
    ...(limit === '' ? [] : [{ item: facts.limits, value: limit }]),
    {
      item: facts.containerEngine,
      value: docker !== null && /^\d/.test(docker) ? `Docker ${docker}` : docker,
      reason: reasons['docker'] ?? null,
    },
    { item: facts.python, value: python ?? serverPython(result.targets), reason: reasons['python'] ?? null },
  ];
}

/** The Python of the servers, where they all run on the same one. */
function serverPython(targets: ReportContext['result']['targets']): string | null {
  const versions = new Set(targets.map(({ software }) => software?.python ?? null));
  const [only] = versions;
  return versions.size === 1 ? (only ?? null) : null;
}

/** Without a GPU one line says so; its details are not unknown besides. */
function gpuFacts(
  { gpus, reasons }: Environment,
  { facts, environment, formats, words }: ReportContext['catalogue'],
): Fact[] {
  if (gpus.length === 0) return [{ item: environment.gpu, value: null, reason: reasons['gpus'] ?? null }];
  const counts = Map.groupBy(gpus, ({ name }) => name);
  const names = [...counts].map(([name, same]) => facts.gpuCount(same.length, name));
  const distinct = (pick: (gpu: Environment['gpus'][number]) => string | null): string | null => {
    const texts = [...new Set(gpus.flatMap((gpu) => pick(gpu) ?? []))];
    return texts.length === 0 ? null : words.join(texts);
  };
  return [
    { item: environment.gpu, value: words.join(names) },
    {
      item: facts.gpuMemory,
      value: distinct(({ memory }) => (memory === null ? null : formats.bytes(memory))),
    },
    { item: facts.computeCapability, value: distinct(({ computeCapability }) => computeCapability) },
    { item: facts.driver, value: distinct(({ driver }) => driver) },
    { item: facts.cuda, value: distinct(({ cuda }) => cuda) },
  ];
}
