import { assertNever } from '@kneepoint/core';

/** A value of a flag, as the command line hands it on: a text, a switch, or the texts of a flag that can be repeated. */
export type FlagValue = string | boolean | readonly string[];

/** Where a value comes from, the strongest first. */
export type SettingSource =
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'plan'; readonly path: string; readonly line: number }
  | { readonly kind: 'config'; readonly path: string; readonly line: number }
  | { readonly kind: 'default' };

/** A setting with its value and where that comes from; `null` where nobody has said anything. */
export type Setting = {
  readonly name: string;
  readonly value: unknown;
  readonly source: SettingSource;
};

/** A source in a person's words: `--users`, `KNEEPOINT_USERS`, `plan.yaml:12`, `default`. */
export function sourceText(source: SettingSource): string {
  switch (source.kind) {
    case 'flag':
      return source.flag;
    case 'environment':
      return source.variable;
    case 'plan':
    case 'config':
      return `${source.path}:${source.line}`;
    case 'default':
      return 'default';
    default:
      return assertNever(source);
  }
}
