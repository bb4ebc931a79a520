import type { QualityVerdict, SummedReason } from '../catalogue/languages-words.ts';
import { type Block, type Cell, cell, left, paragraph, type Tone } from '../model/document.ts';
import type { Level, TargetLevel } from '../model/level.ts';
import type { ReportContext } from '../model/report-context.ts';
import { qualitiesOf } from './languages-values.ts';
import { sectionHeading } from './section.ts';

/** What the checks found in the answers; nothing where no answer was judged. */
export function languagesQuality(context: ReportContext): readonly Block[] {
  const { catalogue, languages } = context;
  const words = catalogue.languages;
  const judged = languages.flatMap((level) =>
    level.targets.filter(isJudged).map((target) => ({ level, target })),
  );
  if (judged.length === 0) return [];
  return [
    sectionHeading(context, 3, 'languages-quality', words.qualityHeading),
    paragraph(words.qualityIntro),
    {
      kind: 'table',
      caption: words.qualityHeading,
      columns: [
        left(catalogue.columns.language),
        left(catalogue.columns.target),
        left(words.quality),
        left(words.judged),
        left(words.reasons),
      ],
      rows: judged.map(({ level, target }) => qualityRow(context, level, target)),
      notes: notesOf(
        context,
        judged.map(({ target }) => target),
      ),
    },
  ];
}

const isJudged = (target: TargetLevel): boolean =>
  qualitiesOf(target).some(({ answers }) => answers.judged > 0);

const tones: Readonly<Record<QualityVerdict, Tone>> = {
  good: 'plain',
  doubtful: 'suspect',
  bad: 'invalid',
  none: 'muted',
};

function qualityRow({ catalogue }: ReportContext, level: Level, target: TargetLevel): readonly Cell[] {
  const words = catalogue.languages;
  const verdict = worstOf(target);
  const reasons = reasonsOf(target).map(words.reason);
  return [
    cell(catalogue.words.promptLanguage(level.language)),
    cell(target.target),
    cell(words.verdict[verdict], tones[verdict]),
    cell(words.judgedText(sumOf(target, 'good'), sumOf(target, 'judged'))),
    cell(
      reasons.length === 0 ? words.noReason : reasons.join('; '),
      reasons.length === 0 ? 'muted' : 'plain',
    ),
  ];
}

/** Of several repeats the worst: a reader who gets one bad run in three is not served. */
function worstOf(target: TargetLevel): QualityVerdict {
  const verdicts = qualitiesOf(target).map(({ verdict }) => verdict);
  return (['bad', 'doubtful', 'good'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'none';
}

/** The reasons of all repeats, one for each code: the detail that most answers have, the mean share over all of them. */
function reasonsOf(target: TargetLevel): readonly SummedReason[] {
  const all = qualitiesOf(target)
    .flatMap(({ reasons }) => reasons)
    .sort((first, second) => second.answers - first.answers);
  return [...Map.groupBy(all, ({ code }) => code).values()].flatMap((same) => {
    const [most] = same;
    if (most === undefined) return [];
    const known = same.flatMap(({ share, answers }) => (share === null ? [] : [{ share, answers }]));
    const weight = known.reduce((sum, { answers }) => sum + answers, 0);
    const share = known.reduce((sum, part) => sum + part.share * part.answers, 0) / weight;
    return [
      {
        ...most,
        share: weight === 0 ? null : share,
        answers: same.reduce((sum, { answers }) => sum + answers, 0),
      },
    ];
  });
}

function sumOf(target: TargetLevel, name: 'good' | 'judged' | 'atLimit' | 'notJudged'): number {
  return qualitiesOf(target).reduce((sum, { answers }) => sum + (answers[name] ?? 0), 0);
}

function notesOf({ catalogue, result }: ReportContext, targets: readonly TargetLevel[]): readonly string[] {
  const words = catalogue.languages;
  const total = (name: Parameters<typeof sumOf>[1]): number =>
    targets.reduce((sum, target) => sum + sumOf(target, name), 0);
  const names = new Set(targets.map(({ target }) => target));
  const simulated = result.targets.filter((target) => target.simulated && names.has(target.name));
  return [
    ...(total('atLimit') > 0 ? [words.atLimit(total('atLimit'), total('judged'))] : []),
    ...(total('notJudged') > 0 ? [words.notJudged(total('notJudged'))] : []),
    ...(simulated.length > 0 ? [words.simulated(simulated.map(({ name }) => name))] : []),
  ];
}
