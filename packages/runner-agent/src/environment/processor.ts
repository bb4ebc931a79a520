import { type Fact, known, unreadable } from './fact.ts';
import type { HostFiles } from './host-files.ts';

/** The host's processor. `flags` are those that decide which kernels an engine takes on a CPU, not all of them. */
export type ProcessorFacts = {
  readonly model: Fact<string>;
  readonly sockets: Fact<number>;
  /** Cores with threads of one core counted once. */
  readonly physicalCores: Fact<number>;
  readonly logicalCores: Fact<number>;
  readonly flags: Fact<readonly string[]>;
};

const source = '/proc/cpuinfo';

/** Instruction sets that engines choose their CPU kernels by: of x86 and of Arm. */
const tellingFlags =
  /^(avx|avx2|avx512\w*|avx_vnni|amx_\w+|f16c|fma|sse4_2|vnni|asimd\w*|bf16|i8mm|sve\w*|sme|sme2\w*|sme_\w+)$/;

/** Reads the processor from /proc/cpuinfo; Arm's has no names of models, and numbers of parts are not guessed at. */
export function readProcessor(files: HostFiles): ProcessorFacts {
  const file = files.read(source);
  if (file.kind === 'unreadable') {
    const unknown = unreadable(file.reason, source);
    return {
      model: unknown,
      sockets: unknown,
      physicalCores: unknown,
      logicalCores: unknown,
      flags: unknown,
    };
  }
  const blocks = file.text
    .split(/\n\n+/)
    .map(fieldsOf)
    .filter((fields) => fields.has('processor'));
  const [first] = blocks;
  const model = first?.get('model name')?.trim();
  const flags = (first?.get('flags') ?? first?.get('Features'))
    ?.split(' ')
    .filter((flag) => tellingFlags.test(flag));
  return {
    model: model ? known(model, source) : unreadable('it names no model', source),
    sockets: distinct(blocks, ['physical id'], 'sockets'),
    physicalCores: distinct(blocks, ['physical id', 'core id'], 'cores'),
    logicalCores:
      blocks.length > 0 ? known(blocks.length, source) : unreadable('it lists no processor', source),
    flags: flags === undefined ? unreadable('it lists no flags', source) : known(flags.sort(), source),
  };
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    block.split('\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

/** How many different values some fields have together; unknown where any processor lacks one, as on Arm. */
function distinct(
  blocks: readonly ReadonlyMap<string, string>[],
  names: readonly string[],
  what: string,
): Fact<number> {
  const values = blocks.map((fields) => names.map((name) => fields.get(name)));
  if (values.length === 0 || values.some((value) => value.includes(undefined))) {
    return unreadable(`it does not tell ${what}`, source);
  }
  return known(new Set(values.map((value) => value.join(':'))).size, source);
}
