import {
  type BenchmarkOrder,
  type CachingAuditOptions,
  type CachingVerdict,
  cachingAuditDefaults,
  cachingAuditStages,
  checkOutputPath,
  exitCodes,
  fixedStages,
  judgeCaching,
  languages,
  type Result,
  usageError,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { AuditCachingFlags } from '../flags/audit-caching-flags.ts';
import { oneOf, positiveWhole } from '../flags/parse-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import { cachingText } from './caching-text.ts';
import { executeRun } from './execute-run.ts';
import { newRun, requestsPathBeside } from './new-run.ts';
import { plainRun } from './plain-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { targetOfFlags } from './target-of-flags.ts';
import { withProgress } from './with-progress.ts';

const targetName = 'server';

/** Audits whether a server answers from caches, prints the verdict with its figures; returns the exit code. */
export const auditCaching = (
  url: string,
  flags: AuditCachingFlags,
  context: CommandContext,
): Promise<number> => withProgress(flags, context, (within) => auditWithin(url, flags, within));

async function auditWithin(url: string, flags: AuditCachingFlags, context: RunContext): Promise<number> {
  const order = await auditOrder(url, flags, context);
  for (const path of [flags.output, order.requestsPath]) {
    if (path !== undefined && path !== null) await checkOutputPath(path);
  }
  const output = { outputPath: flags.output ?? null };
  const { result, unwritten } = await executeRun(order, output, context);
  const verdict = judgeCaching(result.stages);
  const text =
    flags.json === true
      ? `${JSON.stringify(flags.printsResult === true ? result : { targets: result.targets, caching: verdict }, null, 2)}\n`
      : cachingText(result, verdict, context.language);
  context.stdout.write(text);
  if (unwritten !== null) throw unwritten;
  return hasFailed(result, verdict) ? sayExit(result, context) : 0;
}

/** Single stages that measured the client are left out of the verdict: they are no failure where it stands without them. */
function hasFailed({ exit }: Result, { verdict }: CachingVerdict): boolean {
  return exit !== null && (exit.code !== exitCodes.resultInvalid || verdict === 'inconclusive');
}

async function auditOrder(
  url: string,
  flags: AuditCachingFlags,
  context: CommandContext,
): Promise<BenchmarkOrder> {
  const run = newRun(flags.seed ?? null, new Date());
  const records = flags.output === undefined ? null : requestsPathBeside(flags.output);
  const options: CachingAuditOptions = { ...auditOptions(flags), salt: run.salt, seed: run.seed };
  const target = await targetOfFlags(url, flags, context);
  const { salt: _salt, seed: _seed, target: _target, ...shown } = options;
  return {
    ...plainRun,
    ...run,
    name: `audit caching ${url}`,
    command: shownCommand(context),
    plan: { version: 1, audit: 'caching', target: { url, api: target.api, model: target.model }, ...shown },
    targets: [target],
    stages: fixedStages(cachingAuditStages(options)),
    requestsPath: records?.path ?? null,
    requestsName: records?.name ?? null,
  };
}

function auditOptions(flags: AuditCachingFlags): Omit<CachingAuditOptions, 'salt' | 'seed'> {
  const whole = (flag: string, text: string | undefined, usual: number): number =>
    text === undefined ? usual : positiveWhole(flag, text);
  const usual = cachingAuditDefaults;
  return {
    target: targetName,
    language: oneOf('--language', flags.language, languages),
    users: whole('--users', flags.users, usual.users),
    rounds: roundsOf(flags.rounds),
    requestsPerStage: whole('--requests', flags.requests, usual.requestsPerStage),
    inputTokens: whole('--input-tokens', flags.inputTokens, usual.inputTokens),
    outputTokens: whole('--output-tokens', flags.outputTokens, usual.outputTokens),
  };
}

function roundsOf(text: string | undefined): number {
  if (text === undefined) return cachingAuditDefaults.rounds;
  const rounds = positiveWhole('--rounds', text);
  if (rounds > 1) return rounds;
  throw usageError(
    'flag-value',
    'one round says nothing of chance: its verdict would have no interval',
    'give --rounds 2 or more',
  );
}
