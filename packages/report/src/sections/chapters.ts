import type { AbsentWords } from '../catalogue/document-words.ts';
import { type Block, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';

/** A section of the report with its number; one whose absence a reader would miss says so. */
export type Chapter = {
  /** `null` for those in front of the numbered ones and behind them. */
  readonly number: number | null;
  readonly section: Section;
  readonly absent?: { readonly id: keyof AbsentWords; readonly heading: (context: ReportContext) => string };
};

/** The blocks of a chapter, its heading numbered. A chapter that begins with a smaller heading gets none. */
export function chapterBlocks(chapter: Chapter, context: ReportContext): Block[] {
  const { number, section, absent } = chapter;
  const blocks = section(context);
  const whole =
    blocks.length > 0 || absent === undefined
      ? blocks
      : [
          sectionHeading(context, 2, absent.id, absent.heading(context)),
          paragraph(context.catalogue.absent[absent.id], 'muted'),
        ];
  if (number === null) return whole;
  return whole.map((block, index) =>
    index === 0 && block.kind === 'heading'
      ? { ...block, level: 2, text: `${number}. ${block.text}` }
      : block,
  );
}
