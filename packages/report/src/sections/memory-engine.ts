import type { Target } from '@kneepoint/core';
import type { EngineMemoryName } from '../catalogue/memory-words.ts';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { sectionHeading } from './section.ts';

/** Engines tell sizes in GiB: bytes divided by two to the thirtieth. */
const bytesPerGibibyte = 2 ** 30;

const engineNames = [
  'weights',
  'kvCache',
  'graphs',
  'kvTokens',
  'fraction',
] as const satisfies readonly EngineMemoryName[];

/** What an engine says: sizes in bytes, room in tokens, a share of 1. */
type EngineMemory = Partial<Record<EngineMemoryName, number>>;

type Fields = Readonly<Record<string, unknown>>;

/** How each engine divides its memory as far as it says, and how full its KV cache was; said once where it is unknown. */
export function engineMemoryBlocks(context: ReportContext): Block[] {
  const { result, catalogue } = context;
  const { memory } = catalogue;
  const told = result.targets.map((target) => ({ target, says: engineMemory(target) }));
  const use = result.targets.map(({ name }) => fullestCache(context, name));
  const rows = [
    ...engineNames
      .filter((name) => told.some(({ says }) => says[name] !== undefined))
      .map((name) => [
        cell(memory.engine[name]),
        ...told.map(({ says }) => engineCell(context, name, says[name])),
      ]),
    ...(use.some((one) => one !== null)
      ? [[cell(memory.inUse), ...use.map((one) => one ?? cell(catalogue.words.unknown, 'muted'))]]
      : []),
  ];
  const silent = told.filter(({ says }) => Object.keys(says).length === 0).map(({ target }) => target.name);
  const note = silent.length === 0 ? [] : [paragraph(memory.engineUnknown(silent))];
  const heading = sectionHeading(context, 3, 'memory-engine', memory.engineHeading);
  if (rows.length === 0) return [heading, ...note];
  const columns = [left(catalogue.columns.item), ...result.targets.map(({ name }) => right(name))];
  return [
    heading,
    paragraph(memory.engineIntro),
    { kind: 'table', caption: memory.engineHeading, columns, rows, notes: [] },
    ...note,
  ];
}

function engineCell({ catalogue }: ReportContext, name: EngineMemoryName, value: number | undefined): Cell {
  const { formats, memory, words } = catalogue;
  if (value === undefined) return cell(words.unknown, 'muted');
  switch (name) {
    case 'weights':
    case 'kvCache':
    case 'graphs':
      return cell(formats.bytes(value));
    case 'kvTokens':
      return cell(memory.tokens(value));
    case 'fraction':
      return cell(formats.share(value));
  }
}

/** SGLang tells sizes in `memory_usage` and its settings by name; vLLM tells neither over HTTP. */
function engineMemory({ serverConfig }: Target): EngineMemory {
  if (serverConfig === null) return {};
  const usage = fieldsOf(serverConfig['memory_usage']) ?? firstState(serverConfig) ?? {};
  const gibibytes = (name: string): number | undefined => {
    const value = numberOf(usage[name]);
    return value === undefined ? undefined : value * bytesPerGibibyte;
  };
  const found: Record<EngineMemoryName, number | undefined> = {
    weights: gibibytes('weight'),
    kvCache: gibibytes('kvcache'),
    graphs: gibibytes('cuda_graph') ?? gibibytes('graph'),
    kvTokens: numberOf(serverConfig['max_total_num_tokens']) ?? numberOf(usage['token_capacity']),
    fraction:
      numberOf(serverConfig['mem_fraction_static']) ?? numberOf(serverConfig['gpu_memory_utilization']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function firstState(config: Fields): Fields | null {
  const states = config['internal_states'];
  const state = Array.isArray(states) ? fieldsOf(states[0]) : null;
  return state === null ? null : fieldsOf(state['memory_usage']);
}

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The greatest share of the KV cache in use that the server's own gauge showed, and at which load. */
function fullestCache({ result, catalogue }: ReportContext, target: string): Cell | null {
  let fullest: { share: number; level: string } | null = null;
  for (const stage of result.stages.filter((own) => own.target === target)) {
    const share = stage.server?.gauges.kvUse.max ?? null;
    if (share !== null && share > (fullest?.share ?? -1))
      fullest = { share, level: levelName(catalogue, stage) };
  }
  return fullest === null ? null : cell(catalogue.memory.inUseText(fullest.share, fullest.level));
}
