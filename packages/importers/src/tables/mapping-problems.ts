import { nearestName, usageError } from '@kneepoint/core';

type Path = readonly (string | number)[];

/** Everything that is wrong with a mapping, or with the document as it sees it; told at once. */
export class MappingProblems {
  readonly #lineOf: (path: Path) => number;
  readonly #source: string;
  readonly #found: { readonly line: number; readonly text: string }[] = [];

  /** @param lineOf where a path stands in the mapping, from 1 */
  constructor(source: string, lineOf: (path: Path) => number) {
    this.#source = source;
    this.#lineOf = lineOf;
  }

  add(path: Path, text: string): void {
    this.#found.push({
      line: this.#lineOf(path),
      text: `${path.length === 0 ? 'the mapping' : pathText(path)}: ${text}`,
    });
  }

  /** A name that the document does not have, with the nearest one that it has. */
  addMissing(
    path: Path,
    what: string,
    { name, known }: { readonly name: string; readonly known: readonly string[] },
  ): void {
    const nearest = nearestName(name, known);
    this.add(path, `${what} "${name}"${nearest === null ? '' : `; did you mean "${nearest}"?`}`);
  }

  /** Throws one usage error (exit code 2) that lists every problem; nothing where there is none. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const lines = this.#found
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, text }) => `${this.#source}:${line}: ${text}`);
    throw usageError('mapping-invalid', lines.join('\n'), 'correct the mapping; nothing was imported');
  }
}

function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
