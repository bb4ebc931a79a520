import { readFileSync } from 'node:fs';
import { checkDocument, type PlacedProblem } from '@kneepoint/core';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ConfigEntry, ConfigFile, ConfigPlace, ConfiguredAgent } from './config-file.ts';
import { configSchema } from './config-schema.ts';

/** Reads and checks one config file against the commands of the program; everything wrong with it comes at once. */
export function readConfig(place: ConfigPlace, program: Command): ConfigFile {
  const text = readText(place.path);
  if (!text.ok) return { ...place, ...nothing, problems: [`${place.path}: cannot be read: ${text.problem}`] };
  if (isEmpty(text.value)) return { ...place, ...nothing, problems: [] };
  const checked = checkDocument(text.value, configSchema(program), 'the config');
  const problems = checked.ok ? [] : checked.problems.map(withSecretsNamed);
  const entries = checked.ok
    ? entriesOf(checked.value, checked.lineOf).toSorted((left, right) => left.line - right.line)
    : [];
  const strangers = place.kind === 'project' ? entries.flatMap(ofOnesOwn) : [];
  return {
    ...place,
    entries,
    agents: checked.ok ? agentsOf(checked.value) : [],
    problems: [...problems, ...strangers].map(({ line, text: said }) => `${place.path}:${line}: ${said}`),
  };
}

const nothing = { entries: [], agents: [] } as const;

type ReadText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

function readText(path: string): ReadText {
  try {
    return { ok: true, value: readFileSync(path, 'utf8') };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A file of remarks alone, as `config init` writes it. */
const isEmpty = (text: string): boolean => text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));

const secretKey = /^(.*?(?:token|api[-_]?key|password|secret|authorization)): unknown key/i;

/** A secret is no unknown key: it says where it belongs instead. */
function withSecretsNamed({ line, text }: PlacedProblem): PlacedProblem {
  const [, key] = secretKey.exec(text) ?? [];
  if (key === undefined) return { line, text };
  const own = /token$/i.test(key) ? 'tokenEnv' : 'apiKeyEnv';
  return { line, text: `${key}: secrets do not stand in a config; write ${own}: NAME_OF_A_VARIABLE` };
}

/**
 * A project comes from others, and is used as soon as somebody stands in its folder: it must not say which of a person's
 * variables hold secrets, whom they are sent to, or that certificates are not to be checked.
 */
function ofOnesOwn({ keys, line }: ConfigEntry): readonly PlacedProblem[] {
  const last = keys.at(-1) ?? '';
  const isOwn =
    keys[0] === 'agents' || /Env$/.test(last) || ['agent', 'ca', 'insecure', 'store'].includes(last);
  return isOwn
    ? [
        {
          line,
          text: `${keys.join('.')}: is for your own config, not for a project's: kneepoint config path`,
        },
      ]
    : [];
}

/** The values with their keys: blocks are entered, lists are values. */
function entriesOf(
  value: Readonly<Record<string, unknown>>,
  lineOf: (path: readonly PropertyKey[]) => number,
  above: readonly string[] = [],
): readonly ConfigEntry[] {
  return Object.entries(value).flatMap(([key, inner]): readonly ConfigEntry[] => {
    const keys = [...above, key];
    const block = blockSchema.safeParse(inner);
    if (block.success) return entriesOf(block.data, lineOf, keys);
    return inner === undefined ? [] : [{ keys, value: inner, line: lineOf(keys) }];
  });
}

const blockSchema = z.record(z.string(), z.unknown());

const agentsSchema = z.array(
  z.object({ name: z.string(), url: z.string(), tokenEnv: z.string().nullable().default(null) }),
);

const agentsOf = (value: Readonly<Record<string, unknown>>): readonly ConfiguredAgent[] =>
  agentsSchema.safeParse(value['agents'] ?? []).data ?? [];
