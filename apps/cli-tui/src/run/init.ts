import { writeFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline/promises';
import { exitCodes, KneepointError, usageError } from '@kneepoint/core';
import { type ReportLanguage, reportLanguages } from '@kneepoint/report';
import { publishedPorts } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import type { InitFlags } from '../flags/init-flags.ts';
import { askOne, askSeveral } from '../init/ask.ts';
import { type FoundServer, findServers, serverAtUrl, usualPorts } from '../init/find-servers.ts';
import { type Thoroughness, writtenPlan } from '../init/written-plan.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { reportLanguage } from './write-reports.ts';

const languageNames: Readonly<Record<ReportLanguage, string>> = { ko: '한국어', en: 'English', zh: '中文' };

/** Finds servers, asks, and writes a plan; returns the exit code. */
export async function init(flags: InitFlags, context: CommandContext): Promise<number> {
  const { stderr } = context;
  const isAsked = flags.yes !== true && process.stdin.isTTY === true;
  const servers = flags.url.length > 0 ? await namedServers(flags.url) : await serversHere(context);
  const lines = isAsked ? createInterface({ input: process.stdin, output: process.stderr }) : null;
  try {
    const chosen = lines === null || flags.url.length > 0 ? servers : await askServers(lines, servers);
    const thoroughness = flags.thoroughness ?? (lines === null ? 'usual' : await askThoroughness(lines));
    const plan = writtenPlan({
      name: flags.name ?? 'my-comparison',
      path: flags.output,
      servers: chosen,
      thoroughness,
      languages: await languagesOf(flags, lines),
    });
    await writeNew(flags.output, plan);
  } finally {
    lines?.close();
  }
  stderr.write(`\nThe plan is in ${flags.output}. Read it, change what you like, then:\n`);
  context.stdout.write(`kneepoint compare ${flags.output}\n`);
  return exitCodes.ok;
}

async function namedServers(urls: readonly string[]): Promise<readonly FoundServer[]> {
  return Promise.all(
    urls.map(async (url) => {
      const server = await serverAtUrl(url);
      if (server !== null) return server;
      throw new KneepointError(`nothing at ${url} answers as an inference server does`, {
        code: 'target-unreachable',
        exitCode: exitCodes.targetUnreachable,
        hint: `ask what is wrong there: kneepoint doctor ${url}`,
      });
    }),
  );
}

async function serversHere({ environment, stderr }: CommandContext): Promise<readonly FoundServer[]> {
  stderr.write('Looking for servers on this host ...\n');
  const servers = await findServers([...usualPorts, ...(await publishedPorts(environment))]);
  for (const server of servers) stderr.write(terminalText(`  ${shown(server)}\n`));
  if (servers.length > 0) return servers;
  throw new KneepointError('no inference server was found on the usual ports of this host', {
    code: 'no-server-found',
    exitCode: exitCodes.targetUnreachable,
    hint: 'start one, or name it: kneepoint init --url http://HOST:PORT (to try it out: kneepoint sim --port 8000)',
  });
}

const shown = ({ url, engine, version, model }: FoundServer): string =>
  `${url}  ${engine}${version === null ? '' : ` ${version}`}, ${model}`;

function askServers(lines: Interface, servers: readonly FoundServer[]): Promise<readonly FoundServer[]> {
  return servers.length === 1
    ? Promise.resolve(servers)
    : askSeveral(lines, {
        question: 'Which of them shall be measured? (numbers, or Enter for all)',
        answers: servers.map((server) => ({ value: server, text: terminalText(shown(server)) })),
      });
}

const askThoroughness = (lines: Interface): Promise<Thoroughness> =>
  askOne(lines, {
    question: 'How thorough?',
    answers: [
      { value: 'quick', text: 'quick: one repeat, a few minutes; shows what there is' },
      { value: 'usual', text: 'usual: three repeats; tells a difference from noise' },
      { value: 'thorough', text: 'thorough: five repeats of a minute a level; an hour or more' },
    ],
    usual: 2,
  });

async function languagesOf(flags: InitFlags, lines: Interface | null): Promise<readonly ReportLanguage[]> {
  if (flags.language !== undefined)
    return flags.language.split(',').map((code) => reportLanguage(code.trim()));
  if (lines === null) return ['en'];
  return askSeveral(lines, {
    question: 'In which languages shall the report be? (numbers, or Enter for all)',
    answers: reportLanguages.map((code) => ({ value: code, text: languageNames[code] })),
  });
}

/** A plan that somebody may have written by hand is never overwritten. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw usageError(
      exists ? 'output-exists' : 'output-not-writable',
      exists ? `${path} is there already` : `${path} cannot be written: ${String(error)}`,
      'give another path: kneepoint init --output other.yaml',
    );
  }
}
