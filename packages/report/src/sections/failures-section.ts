import type { TargetFailure } from '@kneepoint/core';
import { type Block, cell, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';

/** So many of the last lines of a log are shown; all that was kept is in the result. */
const shownLines = 20;

/** Targets that could not be measured: why, the end of the log, and what is known to look like that. */
export const failuresSection: Section = (context) => {
  const { failures } = context.result;
  if (failures.length === 0) return [];
  return [
    sectionHeading(context, 3, 'failures', context.catalogue.host.failuresHeading),
    ...failures.flatMap((failure) => failureBlocks(failure, context)),
  ];
};

function failureBlocks(failure: TargetFailure, { catalogue }: ReportContext): Block[] {
  const { host, language } = catalogue;
  const { target, message, hint, logTail, problems } = failure;
  const known = problems.flatMap(({ text }) => {
    const own = text[language];
    const { title, cause, fix } = own ?? text.en;
    return [host.known(title, own === null), host.cause(cause), host.fix(fix)].map((line) => cell(line));
  });
  return [
    paragraph(host.failed(target, message.replace(/\.$/, ''))),
    ...(hint === null ? [] : [paragraph(hint)]),
    ...(known.length === 0 ? [] : [{ kind: 'list', items: known, emphasis: 'plain' } as const]),
    ...(logTail.length === 0
      ? []
      : [paragraph(host.logEnd), { kind: 'code', text: logTail.slice(-shownLines).join('\n') } as const]),
  ];
}
