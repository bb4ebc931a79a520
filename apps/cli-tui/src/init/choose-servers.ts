import { terminalText } from '../screen/terminal-text.ts';
import type { InitWords } from '../words/init-words.ts';
import { numbered, wordsOfLine } from './ask.ts';
import type { CheckedAddress, Finds, FoundServer } from './find-servers.ts';
import type { Prompt } from './prompt.ts';

/** What choosing servers needs of the world. */
export type ChoosingServers = {
  readonly prompt: Pick<Prompt, 'question'>;
  readonly words: InitWords;
  readonly say: (text: string) => void;
  /** Looks at this host once more. */
  readonly find: () => Promise<Finds>;
  readonly check: (url: string) => Promise<CheckedAddress>;
  /** What is wrong with an address that is no server, and what helps. */
  readonly explain: (checked: Extract<CheckedAddress, { readonly kind: 'none' }>) => string;
};

/** The servers that a person wants measured: of those that were found, and of addresses typed in. `null`: none, he leaves. */
export async function chooseServers(
  found: readonly FoundServer[],
  choosing: ChoosingServers,
): Promise<readonly FoundServer[] | null> {
  const chosen = found.length === 0 ? await firstServers(choosing) : await ofFound(found, choosing);
  if (chosen === null || chosen.length > 1) return chosen;
  return withSecond(chosen, choosing);
}

/** Nothing was found: an address is typed, or the host is looked at again once something was started. */
async function firstServers(choosing: ChoosingServers): Promise<readonly FoundServer[] | null> {
  const { prompt, words, say, find } = choosing;
  say(noneFoundText(words));
  for (;;) {
    const said = (await prompt.question(`\n${words.askAddress}: `)).trim();
    if (said === 'q') return null;
    if (said === '') {
      const { servers } = await find();
      if (servers.length > 0) return ofFound(servers, choosing);
      say(noneFoundText(words));
    } else {
      const server = await typedServer(said, choosing);
      if (server !== null) return [server];
    }
  }
}

function noneFoundText(words: InitWords): string {
  return [
    '',
    words.noneFound,
    words.noneFoundHelp,
    words.tryWithout,
    '  $ kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001',
    '  $ kneepoint sim --profile rtx5090-sglang-qwen3-8b --port 8002',
    words.tryThenEnter,
  ].join('\n');
}

async function ofFound(
  found: readonly FoundServer[],
  choosing: ChoosingServers,
): Promise<readonly FoundServer[]> {
  const { prompt, words } = choosing;
  const list = numbered(found.map((server) => serverText(server, words)));
  const usual = found.map((_, index) => index + 1).join(', ');
  let problem = '';
  for (;;) {
    const said = await prompt.question(
      `${problem}\n${words.askServers} (${words.askServersHint})\n${list}[${usual}] `,
    );
    const chosen = said.trim() === '' ? found : await named(wordsOfLine(said), found, choosing);
    if (chosen !== null && chosen.length > 0) return chosen;
    problem = chosen === null ? '' : `${words.takeWhatElse}\n`;
  }
}

/** What the words of a line name; `null` where one of them is nothing, which was said then. */
async function named(
  words: readonly string[],
  found: readonly FoundServer[],
  choosing: ChoosingServers,
): Promise<readonly FoundServer[] | null> {
  const chosen: FoundServer[] = [];
  for (const word of words) {
    const listed = /^\d{1,3}$/.test(word) ? found[Number(word) - 1] : undefined;
    const server = listed ?? (await typedServer(word, choosing));
    if (server === null) return null;
    if (!chosen.some(({ url }) => url === server.url)) chosen.push(server);
  }
  return chosen;
}

/** One server gives no comparison: another may be typed. */
async function withSecond(
  chosen: readonly FoundServer[],
  choosing: ChoosingServers,
): Promise<readonly FoundServer[]> {
  const { prompt, words, say } = choosing;
  say(`\n${words.onlyOne}`);
  let servers = chosen;
  for (;;) {
    const said = (await prompt.question(`${words.askSecond}: `)).trim();
    if (said === '') return servers;
    const server = await typedServer(said, choosing);
    if (server === null) continue;
    if (servers.some(({ url }) => url === server.url)) say(words.alreadyNamed);
    else servers = [...servers, server];
    if (servers.length > 1) return servers;
  }
}

/** The server at a typed address; `null` where there is none, after a word on why. */
async function typedServer(
  said: string,
  { words, say, check, explain }: ChoosingServers,
): Promise<FoundServer | null> {
  const url = addressOf(said);
  if (url === null) {
    say(words.notAnswer(terminalText(said)));
    return null;
  }
  say(words.checking(url));
  const checked = await check(url);
  if (checked.kind === 'server') {
    say(`  ${serverText(checked.server, words)}`);
    return checked.server;
  }
  say(explain(checked));
  return null;
}

/** `host:8000` and `8000` are addresses to a person; a word alone is a slip. */
export function addressOf(said: string): string | null {
  if (/^https?:\/\/\S+$/i.test(said) || /^(?:unix:|http\+unix:)\S+$/i.test(said))
    return said.replace(/\/+$/, '');
  if (/^:?\d{2,5}$/.test(said)) return `http://127.0.0.1:${said.replace(':', '')}`;
  return /^[\w.-]+:\d{1,5}(?:\/\S*)?$/.test(said) ? `http://${said.replace(/\/+$/, '')}` : null;
}

/** A server in one line: where it is, what it is, its model. */
export function serverText(
  { url, engine, version, model, simulated }: FoundServer,
  words: Pick<InitWords, 'simulated'>,
): string {
  const kind = `${engine}${version === null ? '' : ` ${version}`}`;
  return terminalText(`${url}  ${kind}, ${model}${simulated === true ? ` (${words.simulated})` : ''}`);
}
