import type { Command } from 'commander';

/** Every wire format by name. The list stands here, too, because the help must not load what it describes. */
export const wireFormats =
  'openai-chat, openai-completions, openai-responses, sglang-generate, llama-cpp, tgi, ollama-chat, ollama-generate';

/** Options that say where a server is and how to ask it; the same for every command that talks to one. */
export function addTargetOptions(command: Command): Command {
  return command
    .optionsGroup('Server:')
    .option('--api <name>', `wire format: ${wireFormats} (default: the server is asked)`)
    .option('--model <name>', 'model to ask for (default: the first one that the server lists)')
    .option('--api-key-env <name>', 'environment variable that holds the API key')
    .option(
      '--header <text>',
      "added to every request, for example 'x-team: search' (repeatable)",
      collect,
      [],
    )
    .option('--body <json>', "merged into every request's body, for example '{\"temperature\":0}'")
    .option('--ca <file>', 'trust these PEM certificates of an https server')
    .option('--insecure', 'trust any certificate of an https server')
    .option('--timeout <time>', 'longest time for one request', '120s');
}

const collect = (text: string, earlier: readonly string[]): string[] => [...earlier, text];
