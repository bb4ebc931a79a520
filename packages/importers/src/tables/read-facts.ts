import type { Environment } from '@kneepoint/core';
import type { SourceDocument } from './document-block.ts';
import type { MappingProblems } from './mapping-problems.ts';
import type { Mapping } from './mapping-schema.ts';
import { withoutRemark } from './plain-text.ts';
import { readQuantity } from './read-quantity.ts';

type Path = readonly (string | number)[];

/** Looks facts up by their labels; what stands in parentheses after a value becomes a note. */
export class FactReader {
  readonly notes: string[] = [];
  readonly #document: SourceDocument;
  readonly #problems: MappingProblems;

  constructor(document: SourceDocument, problems: MappingProblems) {
    this.#document = document;
    this.#problems = problems;
  }

  /** The value of a label, without the remark after it; `null` where none is asked for, or with a problem. */
  text(label: string | undefined, path: Path): string | null {
    const value = this.#value(label, path);
    if (value === null) return null;
    const { text, remark } = withoutRemark(value);
    if (remark !== null) this.notes.push(`of "${label}" the document adds: ${remark}`);
    return text;
  }

  /** The bytes that a label's value begins with. */
  bytes(label: string | undefined, path: Path): number | null {
    const value = this.#value(label, path);
    if (value === null) return null;
    const [, amount, rest] = /^(\S*\d\s*[kmgt]i?b)\b\s*(.*)$/i.exec(value) ?? [];
    const content = readQuantity(amount ?? value, null);
    if (content.kind !== 'quantity' || content.quantity.dimension !== 'memory') {
      this.#problems.add(path, `the value of "${label}", "${value}", is no amount of memory`);
      return null;
    }
    if (rest !== undefined && rest !== '') this.notes.push(`of "${label}" the document adds: ${rest}`);
    return content.quantity.value;
  }

  #value(label: string | undefined, path: Path): string | null {
    if (label === undefined) return null;
    const facts = this.#document.blocks.filter((block) => block.kind === 'fact');
    const values = new Set(facts.flatMap((fact) => (fact.label === label ? [fact.value] : [])));
    const [value] = values;
    if (value === undefined) {
      const known = facts.map((fact) => fact.label);
      this.#problems.addMissing(path, `${this.#document.name} has no item with the label`, {
        name: label,
        known,
      });
      return null;
    }
    if (values.size > 1) {
      this.#problems.add(
        path,
        `${this.#document.name} has "${label}" ${values.size} times, with other values`,
      );
    }
    return value;
  }
}

const notSaid = 'the document does not say it';

/** The environment as far as the document tells it. */
export function readEnvironment(facts: FactReader, { environment }: Mapping): Environment {
  const at = (key: string): Path => ['environment', key];
  const { gpu } = environment;
  const name = facts.text(gpu?.name, at('gpu'));
  const known = {
    os: facts.text(environment.os, at('os')),
    docker: facts.text(environment.docker, at('docker')),
    python: facts.text(environment.python, at('python')),
  };
  const device = {
    memory: facts.bytes(gpu?.memory, at('gpu')),
    driver: facts.text(gpu?.driver, at('gpu')),
    cuda: facts.text(gpu?.cuda, at('gpu')),
    computeCapability: facts.text(gpu?.computeCapability, at('gpu')),
  };
  const missing = ['host', 'kernel', 'cpu', 'memory', 'limits'];
  for (const [key, value] of Object.entries(known)) if (value === null) missing.push(key);
  if (name === null) missing.push('gpus');
  return {
    host: null,
    kernel: null,
    cpu: null,
    memory: null,
    gpus: name === null ? [] : [{ name, ...device }],
    ...known,
    limits: { cores: null, memory: null },
    reasons: Object.fromEntries(missing.map((key) => [key, notSaid])),
  };
}
