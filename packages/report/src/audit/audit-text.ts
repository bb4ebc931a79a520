import { type AuditFinding, auditCodes, severities } from '@kneepoint/core';
import type { Catalogue, ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { fitToWidth } from '../terminal/display-width.ts';
import { wrapToWidth } from '../terminal/wrap-width.ts';
import { cleanLine } from '../write/clean-text.ts';
import { countFindings } from './count-findings.ts';
import { type SaidFinding, sayFinding } from './said-finding.ts';

/** How an audit is written. `name` is what was audited; a brief one has the sentences only. */
export type AuditTextOptions = {
  readonly name: string;
  readonly language: ReportLanguage;
  readonly columns: number;
  readonly colour: boolean;
  readonly isBrief: boolean;
};

const colours = { error: 31, warning: 33, note: 36 } as const;
const indent = '    ';
const mostPlaces = 3;
/** A command is told by its beginning. */
const mostPlaceWidth = 90;

/**
 * The findings for a terminal: by severity, each with its sentence, where it is, why it matters, what to do and the
 * reference; then a line with their counts.
 */
export function auditText(findings: readonly AuditFinding[], options: AuditTextOptions): string {
  const catalogue = catalogues[options.language];
  const { audit } = catalogue;
  const parts = severities.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const heading = coloured(audit.severity[severity], colours[severity], options);
    const texts = found.map((finding, index) => {
      const isFirst = found.findIndex(({ code }) => code === finding.code) === index;
      return findingText(finding, { catalogue, isFirst }, options);
    });
    return [[heading, ...texts].join('\n')];
  });
  const counts = audit.counts(countFindings(findings), auditCodes.length);
  return `${[audit.title(cleanLine(options.name)), ...parts, counts].join('\n\n')}\n`;
}

function coloured(text: string, colour: number, { colour: mayColour }: AuditTextOptions): string {
  return mayColour ? `\u001b[1;${colour}m${text}\u001b[0m` : text;
}

function findingText(
  finding: AuditFinding,
  { catalogue, isFirst }: { readonly catalogue: Catalogue; readonly isFirst: boolean },
  options: AuditTextOptions,
): string {
  const said = sayFinding(finding, catalogue);
  const sentence = hanging(`${said.sentence} [${finding.code}]`, '  - ', options);
  if (options.isBrief) return sentence;
  // Why a rule matters is said with its first finding.
  const parts = [...whereText(said, catalogue), ...(isFirst ? reasons(said, catalogue) : [])];
  return [sentence, ...parts.map((part) => hanging(part, indent, options)), ...addresses(said, isFirst)].join(
    '\n',
  );
}

function whereText({ where }: SaidFinding, { audit }: Catalogue): string[] {
  if (where.length === 0) return [];
  const shown = where
    .slice(0, mostPlaces)
    .map((place) => fitToWidth(place, mostPlaceWidth, 'left').trimEnd());
  return [`${audit.labels.where}${audit.places(shown, where.length - shown.length)}`];
}

function reasons({ why, todo, basis }: SaidFinding, { audit: { labels } }: Catalogue): string[] {
  return [`${labels.why}${why}`, `${labels.todo}${todo}`, `${labels.reference}${basis}`];
}

/** An address is to be copied: it is not broken. */
const addresses = (said: SaidFinding, isFirst: boolean): string[] =>
  isFirst ? said.addresses.map((address) => `${indent}${address}`) : [];

/** The first line after `lead`, the others as deep. */
function hanging(text: string, lead: string, { columns }: AuditTextOptions): string {
  const deep = ' '.repeat(lead.length);
  return wrapToWidth(text, Math.max(30, columns - lead.length))
    .map((line, index) => `${index === 0 ? lead : deep}${line}`)
    .join('\n');
}
