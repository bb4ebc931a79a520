import type { ConfiguredAgent } from './config/config-file.ts';
import type { MessageLanguage } from './words/message-language.ts';

/** What a command may use of the world; tests give their own. */
export type CommandContext = {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: NodeJS.ProcessEnv;
  readonly homeDirectory: string;
  /** The words after the program's name. */
  readonly words: readonly string[];
  /** The language of messages and screens. */
  readonly language: MessageLanguage;
  /** Agents that the person's config names; left out where there is none. */
  readonly agents?: readonly ConfiguredAgent[];
  /** Flags that nobody typed, with where their value comes from: an error about one of them says so. */
  readonly flagSources?: ReadonlyMap<string, string>;
};

/** Whether a stream may be coloured: a terminal, and NO_COLOR is not set (to anything). */
export function mayColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
}

/** A command: a name, and what it does once chosen. It returns the exit code; only `main.ts` exits. */
export type ExitCodeHolder = { code: number };
