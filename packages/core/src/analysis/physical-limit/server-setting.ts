import type { Target } from '../../result/result-file.ts';

/** How a setting is spelled: flags of a command line, or keys of the configuration that a server reports. */
export type SettingSpelling = { readonly flags: readonly string[]; readonly keys: readonly string[] };

/**
 * A setting of a target: `known`, with its value as text, or `null` where it was left at its default; or `unknown`,
 * where neither its command nor its configuration can be read.
 */
export type ServerSetting =
  | { readonly kind: 'known'; readonly value: string | null }
  | { readonly kind: 'unknown' };

/** Reads a setting from the command that started a target, else from what its server says of itself. */
export function serverSetting(
  target: Pick<Target, 'deployment' | 'serverConfig'>,
  { flags, keys }: SettingSpelling,
): ServerSetting {
  const value =
    fromCommand(target.deployment?.command ?? [], flags) ?? fromConfig(target.serverConfig ?? {}, keys);
  if (value !== null) return { kind: 'known', value };
  return target.deployment === null && target.serverConfig === null
    ? { kind: 'unknown' }
    : { kind: 'known', value: null };
}

/** `--flag value` and `--flag=value`; of several the last, which is the one that counts. */
function fromCommand(command: readonly string[], flags: readonly string[]): string | null {
  const values = command.flatMap((word, index) => {
    if (flags.includes(word)) return command[index + 1] ?? [];
    const flag = flags.find((name) => word.startsWith(`${name}=`));
    return flag === undefined ? [] : word.slice(flag.length + 1);
  });
  return values.at(-1) ?? null;
}

function fromConfig(config: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  const values = keys.flatMap((key) => config[key] ?? []);
  const [first] = values;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : null;
}
