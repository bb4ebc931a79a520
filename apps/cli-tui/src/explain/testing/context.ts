import type { CommandContext } from '../../command-context.ts';
import type { MessageLanguage } from '../../words/message-language.ts';

/** A context that keeps what is written to stderr, at a place without a terminal unless columns are given. */
export function keepingContext(
  language: MessageLanguage,
  words: readonly string[] = ['bench', 'http://127.0.0.1:8000'],
  columns?: number,
): { readonly context: CommandContext; readonly said: () => string } {
  let said = '';
  const stderr = {
    write: (text: string) => {
      said += text;
      return true;
    },
    ...(columns === undefined ? {} : { isTTY: true, columns }),
  };
  const context = {
    stdout: { write: () => true },
    stderr,
    environment: {},
    homeDirectory: '/home/nobody',
    words,
    language,
  };
  return { context, said: () => said };
}
