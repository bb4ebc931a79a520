import type { CommandRunner } from '../environment/command-runner.ts';
import { type Fact, known, unreadable } from '../environment/fact.ts';
import { gpuIdentity } from './gpu-identity.ts';
import type { GpuFacts, OpenedReader } from './gpu-reader.ts';
import {
  type NamedField,
  refusedField,
  type SmiField,
  smiFactFields,
  smiSampleFields,
  withoutRefused,
} from './smi-fields.ts';
import { parseSmiRow, type SmiRow, smiBytes, smiIndex, smiNumber, smiText } from './smi-row.ts';
import { SmiSampler } from './smi-sampler.ts';

export type SmiOptions = {
  readonly run: CommandRunner;
  /** The program; found on the path unless it is one. */
  readonly file?: string;
  /** The run's clock, in microseconds: rows are stamped when they come. */
  readonly now: () => number;
  readonly rateHz: number;
};

const source = 'nvidia-smi';

/** Opens the driver's command line tool: the way to read GPUs where its library cannot be loaded. */
export async function openSmiReader(options: SmiOptions): Promise<OpenedReader> {
  const file = options.file ?? 'nvidia-smi';
  const first = await query(options.run, file, smiFactFields);
  if (first.kind === 'refused') return { kind: 'none', reason: `nvidia-smi: ${first.reason}` };
  const samples = await query(options.run, file, smiSampleFields);
  if (samples.kind === 'refused') return { kind: 'none', reason: `nvidia-smi: ${samples.reason}` };
  const sampler = new SmiSampler(file, samples.fields, indexById(first.rows), options);
  return {
    kind: 'open',
    reader: {
      source,
      async facts() {
        const cuda = await cudaVersion(options.run, file);
        return first.rows.flatMap((row) => factsOf(row, cuda));
      },
      read: (now) => sampler.read(now),
      problem: () => sampler.problem(),
      close: () => sampler.close(),
    },
  };
}

type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly SmiRow[]; readonly fields: readonly NamedField[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Asks once for each field that this driver does not know, under its older name or without it. */
async function query(run: CommandRunner, file: string, wanted: readonly SmiField[]): Promise<Answer> {
  let fields: readonly NamedField[] = wanted.map((field) => ({ field, name: field }));
  for (;;) {
    const names = fields.map(({ name }) => name).join(',');
    const output = await run(file, [`--query-gpu=${names}`, '--format=csv,noheader,nounits']);
    const refused = refusedField(output.stdout);
    if (refused !== null) {
      const fewer = withoutRefused(fields, refused);
      if (fewer.length === 0 || fewer.every(({ name }, position) => name === fields[position]?.name)) {
        return { kind: 'refused', reason: 'it knows none of the fields' };
      }
      fields = fewer;
      continue;
    }
    if (output.kind === 'failed') return { kind: 'refused', reason: said(output.stdout) ?? output.reason };
    const rows = output.stdout.split('\n').flatMap((line) => parseSmiRow(line, fields) ?? []);
    const usable = rows.filter((row) => smiIndex(row) !== null);
    if (usable.length === 0) return { kind: 'refused', reason: said(output.stdout) ?? 'it lists no GPU' };
    return { kind: 'rows', rows: usable, fields };
  }
}

/** What the tool says instead of figures, such as that it cannot speak with the driver. */
function said(stdout: string): string | null {
  const line = stdout.split('\n', 1)[0]?.trim() ?? '';
  return line === '' ? null : line.slice(0, 200);
}

function indexById(rows: readonly SmiRow[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const id = smiText(row, 'uuid').value;
      const index = smiIndex(row);
      return id === null || index === null ? [] : [[id, index] as const];
    }),
  );
}

/** No query has it; the tool's table of all GPUs names it in its first line. */
async function cudaVersion(run: CommandRunner, file: string): Promise<Fact<string>> {
  const output = await run(file, []);
  const version = /CUDA (?:UMD )?Version:\s*(\d+\.\d+)/.exec(output.stdout)?.[1];
  return version === undefined ? unreadable('nvidia-smi does not name it', source) : known(version, source);
}

function factsOf(row: SmiRow, cuda: Fact<string>): GpuFacts[] {
  const index = smiIndex(row);
  if (index === null) return [];
  const id = smiText(row, 'uuid');
  return [
    {
      index,
      name: smiText(row, 'name'),
      memoryBytes: smiBytes(row, 'memory.total'),
      identity: id.value === null ? id : known(gpuIdentity(id.value), id.source),
      driver: smiText(row, 'driver_version'),
      cuda,
      computeCapability: smiText(row, 'compute_cap'),
      maxSmClockMegahertz: smiNumber(row, 'clocks.max.sm'),
      maxMemoryClockMegahertz: smiNumber(row, 'clocks.max.memory'),
      powerLimitWatts: smiNumber(row, 'power.limit'),
    },
  ];
}
