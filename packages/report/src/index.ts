export { type ReportLanguage, reportLanguages } from './catalogue/catalogue.ts';
export {
  type RenderedReport,
  type ReportAsset,
  type ReportOptions,
  renderHtml,
  renderReport,
} from './render-report.ts';
export { displayWidth, fitToWidth } from './terminal/display-width.ts';
export { renderStageTable, type StageTableOptions } from './terminal/stage-table.ts';
export { summarySentences } from './terminal/summary-sentences.ts';
export { cleanLine, cleanText } from './write/clean-text.ts';
