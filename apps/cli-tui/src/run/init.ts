import { exitCodes, KneepointError, parsePlan } from '@kneepoint/core';
import type { ReportLanguage } from '@kneepoint/report';
import { publishedPorts } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import { reportLanguage } from '../documents/write-reports.ts';
import type { InitFlags } from '../flags/init-flags.ts';
import { askPlan } from '../init/ask-plan.ts';
import { checkAddress, type Finds, type FoundServer, findServers, usualPorts } from '../init/find-servers.ts';
import { openPrompt } from '../init/prompt.ts';
import { usualName } from '../init/usual-answers.ts';
import { wrappedLines } from '../init/wrapped-lines.ts';
import { writeNew } from '../init/write-new.ts';
import { writtenPlan } from '../init/written-plan.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { wordsOf } from '../words/words-of.ts';

/** What is known when the plan has been written, or was not. */
type Planned = { readonly path: string; readonly startsNow: boolean } | null;

/** Finds servers, asks, writes a plan and, where that is wished, runs it; returns the exit code. */
export async function init(flags: InitFlags, context: CommandContext): Promise<number> {
  const words = wordsOf(context.language).init;
  const isAsked = flags.yes !== true && process.stdin.isTTY === true;
  const planned = isAsked ? await planAsked(flags, context) : await planUnasked(flags, context);
  if (planned === null) {
    context.stderr.write(`${words.left}\n`);
    return exitCodes.ok;
  }
  const { path } = planned;
  const say = (text: string): void =>
    void context.stderr.write(
      `${context.stderr.isTTY === true ? wrappedLines(text, context.stderr.columns ?? 80) : text}\n`,
    );
  say(`\n${words.written(path)}`);
  if (planned.startsNow) {
    say(`${words.startingNow}\n`);
    const { compare } = await import('./compare.ts');
    return compare(path, {}, context);
  }
  say(`\n${words.thenRun}`);
  context.stdout.write(
    flags.json === true ? `${JSON.stringify({ plan: path })}\n` : `kneepoint compare ${path}\n`,
  );
  say(`\n${words.whatComes}`);
  return exitCodes.ok;
}

/** Without a person: what the flags say, and what is usual. */
async function planUnasked(flags: InitFlags, context: CommandContext): Promise<Planned> {
  const servers = flags.url.length > 0 ? await namedServers(flags.url) : await serversHere(context);
  const text = writtenPlan({
    name: flags.name ?? usualName(servers),
    path: flags.output,
    servers,
    thoroughness: flags.thoroughness ?? 'usual',
    languages: languagesOf(flags) ?? ['en'],
    remarks: wordsOf(context.language).init.plan,
  });
  await writeNew(flags.output, checked(text));
  return { path: flags.output, startsNow: flags.run === true };
}

/** A plan of ours that does not parse is a mistake of ours: better no file than that one. */
function checked(text: string): string {
  parsePlan(text, 'the written plan');
  return text;
}

async function planAsked(flags: InitFlags, context: CommandContext): Promise<Planned> {
  const { stderr, language } = context;
  const words = wordsOf(language).init;
  const say = (text: string): void =>
    void stderr.write(`${wrappedLines(terminalText(text), stderr.columns ?? 80)}\n`);
  const prompt = openPrompt({ input: process.stdin, output: process.stderr }, words.inputEnded);
  try {
    const plan = await askPlan(
      {
        urls: flags.url,
        thoroughness: flags.thoroughness ?? null,
        languages: languagesOf(flags),
        name: flags.name ?? null,
        path: flags.output,
        startsNow: flags.run === true,
      },
      { prompt, words, language, say, find: () => find(context), check: checkAddress },
    );
    if (plan === null) return null;
    await writeNew(plan.path, checked(plan.text));
    return { path: plan.path, startsNow: plan.startsNow };
  } finally {
    prompt.close();
  }
}

const languagesOf = ({ language }: InitFlags): readonly ReportLanguage[] | null =>
  language === undefined ? null : language.split(',').map((code) => reportLanguage(code.trim()));

async function namedServers(urls: readonly string[]): Promise<readonly FoundServer[]> {
  return Promise.all(
    urls.map(async (url) => {
      const found = await checkAddress(url);
      if (found.kind === 'server') return found.server;
      throw found.error;
    }),
  );
}

async function find({ environment }: CommandContext): Promise<Finds> {
  return findServers([...usualPorts, ...(await publishedPorts(environment))]);
}

async function serversHere(context: CommandContext): Promise<readonly FoundServer[]> {
  const { stderr, language } = context;
  const words = wordsOf(language).init;
  stderr.write(`${words.looking}\n`);
  const { servers } = await find(context);
  const { serverText } = await import('../init/choose-servers.ts');
  for (const server of servers) stderr.write(`  ${serverText(server, words)}\n`);
  if (servers.length > 0) return servers;
  throw new KneepointError('no inference server was found on the usual ports of this host', {
    code: 'no-server-found',
    exitCode: exitCodes.targetUnreachable,
    hint: 'start one, or name it: kneepoint init --url http://HOST:PORT (to try it out: kneepoint sim --port 8000)',
  });
}
