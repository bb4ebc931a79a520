import { readFile } from 'node:fs/promises';
import { exitCodes, type Plan, parsePlan, usageError } from '@kneepoint/core';
import {
  checkHost,
  checkPlan,
  checkServer,
  type DoctorCheck,
  type DoctorReport,
  doctorReport,
  localHost,
  needsDocker,
  surveyHost,
  surveyWithSmi,
} from '@kneepoint/runner-agent/doctor';
import { type CommandContext, mayColour } from '../command-context.ts';
import type { DoctorFlags } from '../flags/doctor-flags.ts';
import { doctorText } from './doctor-text.ts';
import { targetOfFlags } from './target-of-flags.ts';

/** Looks at this host, and at a server or a plan; prints what is wrong; returns the exit code. */
export async function doctor(
  subject: string | null,
  flags: DoctorFlags,
  context: CommandContext,
): Promise<number> {
  const isUrl = subject !== null && /^(?:https?:\/\/|unix:|http\+unix:)/i.test(subject);
  // What the person has to correct is said before anything is looked at.
  const request = isUrl ? await targetOfFlags(subject, flags, context) : null;
  const plan = subject === null || isUrl ? null : await readPlan(subject);
  const server = request === null ? null : await checkServer(request);
  const checks = [...(await hostChecks(plan, context)), ...(server?.checks ?? [])];
  const report = doctorReport(subject, checks, server?.reachable ?? true);
  const columns = context.stdout.columns ?? 100;
  const text =
    flags.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : flags.quiet === true && report.verdict === 'ok'
        ? ''
        : doctorText(flags.quiet === true ? problemsOnly(report) : report, {
            columns,
            colour: mayColour(context.stdout, context.environment),
            language: context.language,
          });
  context.stdout.write(text);
  return exitCodeOf(report, flags.strict === true);
}

async function hostChecks(
  plan: Plan | null,
  { environment }: CommandContext,
): Promise<readonly DoctorCheck[]> {
  const host = localHost(environment, ({ run, files }) => surveyWithSmi(run, files));
  const survey = await surveyHost(host);
  const checks = await checkHost(host, survey, plan !== null && needsDocker(plan));
  return plan === null ? checks : [...checks, ...(await checkPlan(plan, host, survey))];
}

/** What is fine or was skipped is left out. */
const problemsOnly = (report: DoctorReport): DoctorReport => ({
  ...report,
  checks: report.checks.filter(({ outcome }) => outcome === 'problem'),
});

/**
 * A gate in CI is to fail for what breaks a measurement, as it does for thresholds that are not met (4); advice, such as
 * a host with few cores, would make it fail on every small runner and be switched off.
 */
function exitCodeOf({ verdict }: DoctorReport, strict: boolean): number {
  switch (verdict) {
    case 'unreachable':
      return exitCodes.targetUnreachable;
    case 'problems':
      return exitCodes.thresholdsNotMet;
    case 'advice':
      return strict ? exitCodes.thresholdsNotMet : exitCodes.ok;
    case 'ok':
      return exitCodes.ok;
  }
}

async function readPlan(path: string): Promise<Plan> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(
      'plan-unreadable',
      `the plan ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'give the address of a server (http://...), or the path of a YAML plan',
    );
  });
  return parsePlan(text, path);
}
