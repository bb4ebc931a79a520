import type { Catalogue } from './catalogue.ts';
import { chineseAudit } from './chinese/audit.ts';
import { chineseChart } from './chinese/chart.ts';
import { chineseDiff } from './chinese/diff.ts';
import {
  chineseAbsent,
  chineseAppendix,
  chineseDeployment,
  chineseFacts,
  chinesePerformance,
} from './chinese/document.ts';
import { chineseCautions, chineseFindings } from './chinese/findings.ts';
import { chineseCapacity, chineseHost } from './chinese/host.ts';
import { chineseLanguages } from './chinese/languages.ts';
import { chineseMemory } from './chinese/memory.ts';
import { chineseMethod } from './chinese/method.ts';
import { chinesePage } from './chinese/page.ts';
import { chineseParity } from './chinese/parity.ts';
import { chineseProblems } from './chinese/problems.ts';
import { chineseReasons } from './chinese/reasons.ts';
import { chineseRecommendations } from './chinese/recommendations.ts';
import { chineseScaling } from './chinese/scaling.ts';
import { chineseScores } from './chinese/scores.ts';
import {
  chineseColumns,
  chineseEnvironment,
  chineseHeadings,
  chineseLevels,
  chineseTerminal,
  chineseWords,
} from './chinese/tables.ts';
import { chineseTrust } from './chinese/trust.ts';
import { createFormats } from './formats.ts';
import { reasonText } from './reason-codes.ts';
import { trustText } from './trust-codes.ts';

const formats = createFormats('zh');

export const chinese: Catalogue = {
  language: 'zh',
  languageName: '中文',
  formats,
  words: chineseWords,
  headings: chineseHeadings,
  columns: chineseColumns,
  levels: chineseLevels,
  findings: chineseFindings,
  cautions: chineseCautions,
  environment: chineseEnvironment,
  facts: chineseFacts,
  deployment: chineseDeployment,
  performance: chinesePerformance,
  absent: chineseAbsent,
  appendix: chineseAppendix,
  host: chineseHost,
  languages: chineseLanguages,
  memory: chineseMemory,
  page: chinesePage,
  capacity: chineseCapacity,
  chart: chineseChart,
  scaling: chineseScaling,
  problems: chineseProblems,
  method: chineseMethod,
  parity: chineseParity,
  audit: chineseAudit,
  diff: chineseDiff,
  recommendations: chineseRecommendations,
  scores: chineseScores,
  terminal: chineseTerminal,
  trust: (reason) => trustText(reason, chineseTrust, formats),
  reason: (reason) => reasonText(reason, chineseReasons, '；'),
};
