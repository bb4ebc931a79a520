export { type AuditJson, auditJson } from './audit/audit-json.ts';
export { type AuditTextOptions, auditText } from './audit/audit-text.ts';
export { type ReportLanguage, reportLanguages } from './catalogue/catalogue.ts';
export { toGithubAnnotations } from './ci/to-github-annotations.ts';
export { toJunitXml } from './ci/to-junit-xml.ts';
export {
  type DescribedDifference,
  type DescribedRow,
  describeDifference,
} from './diff/describe-difference.ts';
export { writeDifferenceMarkdown } from './diff/write-difference-markdown.ts';
export {
  type RenderedReport,
  type ReportAsset,
  type ReportOptions,
  renderHtml,
  renderReport,
  renderTerminal,
} from './render-report.ts';
export { displayWidth, fitToWidth } from './terminal/display-width.ts';
export { renderStageTable, type StageTableOptions } from './terminal/stage-table.ts';
export { summarySentences } from './terminal/summary-sentences.ts';
export { cleanLine, cleanText } from './write/clean-text.ts';
