import type { ResultDeployment } from '@kneepoint/core';
import type { SourceDocument } from './document-block.ts';
import { blocksUnderOrProblem } from './find-table.ts';
import type { MappingProblems } from './mapping-problems.ts';
import type { MappedTarget } from './mapping-schema.ts';

type Path = readonly (string | number)[];
type WrittenKeys = ReadonlyMap<string, readonly string[]>;

/** How a target was started, as a block of keys says it, with the remarks beside its arguments. */
export type WrittenDeployment = {
  readonly deployment: ResultDeployment;
  readonly notes: readonly string[];
};

/** Reads the block under the heading; `null` where none is mapped, or with a problem. */
export function readDeployment(
  document: SourceDocument,
  mapped: MappedTarget['deployment'],
  { path, problems }: { readonly path: Path; readonly problems: MappingProblems },
): WrittenDeployment | null {
  if (mapped === undefined) return null;
  const headed = { path: [...path, 'heading'], problems };
  const blocks = blocksUnderOrProblem(document, mapped.heading, headed);
  const fence = blocks.find((block) => block.kind === 'fence');
  if (fence === undefined) {
    if (blocks.length > 0) problems.add(headed.path, `no fenced block stands there in ${document.name}`);
    return null;
  }
  const keys = keysOf(fence.lines);
  const [image] = valuesOf(keys, mapped.image, { path: [...path, 'image'], problems });
  const written = valuesOf(keys, mapped.arguments, { path: [...path, 'arguments'], problems });
  const ports =
    mapped.ports === undefined ? [] : valuesOf(keys, mapped.ports, { path: [...path, 'ports'], problems });
  if (image === undefined) return null;
  return {
    deployment: {
      kind: 'docker',
      image: { reference: image, digest: null, id: null },
      command: written.flatMap((line) => wordsOf(withoutComment(line).text)),
    },
    notes: [
      ...ports.map((port) => `ports ${port}`),
      ...written.flatMap((line) => {
        const { text, comment } = withoutComment(line);
        return comment === null ? [] : [`${text}: ${comment}`];
      }),
    ],
  };
}

/** `key: value`, or a key and the indented lines under it. */
function keysOf(lines: readonly string[]): WrittenKeys {
  const keys = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const [, key, value] = /^(\S[^:]*):\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) {
      current = value === '' ? [] : [value];
      keys.set(key.trim(), current);
    } else if (line.trim() !== '') current.push(line.trim());
  }
  return keys;
}

function valuesOf(
  keys: WrittenKeys,
  key: string,
  { path, problems }: { readonly path: Path; readonly problems: MappingProblems },
): readonly string[] {
  const found = keys.get(key);
  if (found !== undefined) return found;
  problems.addMissing(path, 'the block has no key', { name: key, known: [...keys.keys()] });
  return [];
}

function withoutComment(line: string): { readonly text: string; readonly comment: string | null } {
  const [, text, comment] = /^(.*?)\s+#\s*(.*)$/.exec(line) ?? [];
  return text === undefined || comment === undefined ? { text: line, comment: null } : { text, comment };
}

/** The words of a command line; quotes hold a word with spaces together. */
function wordsOf(text: string): string[] {
  return [...text.replace(/\\$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
