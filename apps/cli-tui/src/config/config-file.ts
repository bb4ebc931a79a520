/** Which of the files it is: one that was named, the project's, or the person's own. */
export type ConfigKind = 'named' | 'project' | 'user';

/** A config file that is read, or would be. */
export type ConfigPlace = { readonly kind: ConfigKind; readonly path: string };

/** One value of a config, with the keys that lead to it and the line that they stand on. */
export type ConfigEntry = {
  readonly keys: readonly string[];
  readonly value: unknown;
  readonly line: number;
};

/** An agent that a config names: what `--agent NAME` means, and what the home screen lists. */
export type ConfiguredAgent = {
  readonly name: string;
  readonly url: string;
  /** The environment variable that holds its token; `null` where none is needed. */
  readonly tokenEnv: string | null;
};

/** A config file that was read: its values, or everything that is wrong with it as `PATH:LINE: key: what`. */
export type ConfigFile = ConfigPlace & {
  readonly entries: readonly ConfigEntry[];
  readonly agents: readonly ConfiguredAgent[];
  readonly problems: readonly string[];
};
