import { type AuditFinding, auditResult, exitCodes, type Severity, severities } from '@kneepoint/core';
import { auditJson, auditText, reportLanguages } from '@kneepoint/report';
import { type CommandContext, mayColour } from '../command-context.ts';
import type { AuditFileFlags } from '../flags/audit-file-flags.ts';
import { oneOf, positiveWhole } from '../flags/parse-flags.ts';
import { readAudited } from './audit-file-source.ts';

const widestLine = 110;

/** Audits a file, prints its findings; returns the exit code. */
export async function auditFile(
  path: string,
  flags: AuditFileFlags,
  context: CommandContext,
): Promise<number> {
  // JSON is for programs, and does not follow the person's language.
  const usual = flags.json === true ? 'en' : context.language;
  const language = oneOf('--language', flags.language ?? usual, reportLanguages);
  const least = oneOf('--severity', flags.severity, severities);
  const users = flags.users === undefined ? null : positiveWhole('--users', flags.users);
  const result = await readAudited({ path, mapping: flags.mapping ?? null, users }, context);
  const findings = auditResult(result);
  const { name } = result;
  const { stdout } = context;
  const text =
    flags.json === true
      ? `${JSON.stringify(auditJson(findings, { name, language }), null, 2)}\n`
      : auditText(findings, {
          name,
          language,
          columns: Math.min(stdout.columns ?? widestLine, widestLine),
          colour: mayColour(stdout, context.environment),
          isBrief: flags.quiet === true,
        });
  stdout.write(text);
  return hasFailed(findings, least) ? exitCodes.thresholdsNotMet : exitCodes.ok;
}

/** Severities stand from the weightiest to the lightest. */
const hasFailed = (findings: readonly AuditFinding[], least: Severity): boolean =>
  findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(least));
