import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { type HelpLine, type HelpLook, helpText } from '../explain/help-text.ts';
import { stateFolder } from '../state-folder.ts';
import { wordsOf } from '../words/words-of.ts';
import { shownCommand } from './shown-command.ts';
import { toolVersion } from './tool-version.ts';

/** A mistake of ours: what it was, where its stack is kept, and how to tell us. Without a place to keep it, it is printed. */
export async function internalErrorText(
  error: unknown,
  context: CommandContext,
  look: HelpLook,
): Promise<string> {
  const { internal } = wordsOf(context.language).errors;
  const message = error instanceof Error ? error.message : String(error);
  const report = withoutSecrets(reportOf(error, context), context);
  const path = await keep(report, context);
  const lines: readonly HelpLine[] = [
    { label: 'why', text: internal.why },
    ...(path === null
      ? [{ label: 'where', text: report.trimEnd() } as const]
      : [{ label: 'where', text: internal.stackIn(path) } as const]),
    { label: 'tries', text: internal.report },
  ];
  return helpText(internal.what(withoutSecrets(message, context)), lines, look);
}

function reportOf(error: unknown, context: CommandContext): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `kneepoint ${toolVersion()}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    shownCommand(context),
    '',
    stack,
    '',
  ].join('\n');
}

async function keep(report: string, context: CommandContext): Promise<string | null> {
  const folder = join(stateFolder(context), 'errors');
  const path = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}.txt`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, report, { mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}

const secretName = /key|token|secret|password|credential|authorization/i;
const shortestSecret = 6;

/** Values of environment variables that look like keys by their name, and the home directory, which names a person. */
export function withoutSecrets(
  text: string,
  { environment, homeDirectory }: Pick<CommandContext, 'environment' | 'homeDirectory'>,
): string {
  const secrets = Object.entries(environment)
    .filter(([name, value]) => secretName.test(name) && (value ?? '').length >= shortestSecret)
    .map(([, value]) => value ?? '');
  const hidden = secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return homeDirectory.length > 1 ? hidden.replaceAll(homeDirectory, '~') : hidden;
}
