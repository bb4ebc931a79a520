export { type AuditJson, auditJson } from './audit/audit-json.ts';
export { type AuditTextOptions, auditText } from './audit/audit-text.ts';
export { type ReportLanguage, reportLanguages } from './catalogue/catalogue.ts';
export { type ParticlePair, withParticle } from './catalogue/korean/particle.ts';
export { reasonInWords, trustReasonText, trustVerdictText } from './catalogue/trust-in-words.ts';
export type { ChartDrawing } from './chart/chart-drawing.ts';
export type { ChartLine, ChartPoint, LineChart } from './chart/line-chart.ts';
export type { ChartRow, RowChart, StripQuantiles } from './chart/row-chart.ts';
export { type Scale, type ScaleKind, scaleOf } from './chart/scale.ts';
export { toGithubAnnotations } from './ci/to-github-annotations.ts';
export { toJunitXml } from './ci/to-junit-xml.ts';
export {
  type DescribedDifference,
  type DescribedRow,
  describeDifference,
} from './diff/describe-difference.ts';
export { type ComparedPlace, type DifferenceTexts, differenceTexts } from './diff/difference-texts.ts';
export { writeDifferenceMarkdown } from './diff/write-difference-markdown.ts';
export type { Block, Cell, Column, Tone } from './model/document.ts';
export {
  type RenderedReport,
  type ReportAsset,
  type ReportOptions,
  renderHtml,
  renderReport,
  renderTerminal,
} from './render-report.ts';
export type { ReportChapter } from './sections/build-document.ts';
export { remarkBeside, reportChapters } from './sections/report-chapters.ts';
export { type ResultOverview, resultOverview } from './sections/result-overview.ts';
export { displayWidth, fitToWidth } from './terminal/display-width.ts';
export { renderStageTable, type StageTableOptions } from './terminal/stage-table.ts';
export { summarySentences } from './terminal/summary-sentences.ts';
export { wrapToWidth } from './terminal/wrap-width.ts';
export { cleanLine, cleanText } from './write/clean-text.ts';
export { type TextPiece, textPieces } from './write/code-pieces.ts';
