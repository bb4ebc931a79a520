import type { Catalogue } from './catalogue.ts';
import { englishAudit } from './english/audit.ts';
import { englishChart } from './english/chart.ts';
import { englishDiff } from './english/diff.ts';
import {
  englishAbsent,
  englishAppendix,
  englishDeployment,
  englishFacts,
  englishPerformance,
} from './english/document.ts';
import { englishCautions, englishFindings } from './english/findings.ts';
import { englishCapacity, englishHost } from './english/host.ts';
import { englishLanguages } from './english/languages.ts';
import { englishMemory } from './english/memory.ts';
import { englishMethod } from './english/method.ts';
import { englishPage } from './english/page.ts';
import { englishParity } from './english/parity.ts';
import { englishProblems } from './english/problems.ts';
import { englishRecommendations } from './english/recommendations.ts';
import { englishScaling } from './english/scaling.ts';
import { englishScores } from './english/scores.ts';
import {
  englishColumns,
  englishEnvironment,
  englishHeadings,
  englishLevels,
  englishTerminal,
  englishWords,
} from './english/tables.ts';
import { englishTrust } from './english/trust.ts';
import { createFormats } from './formats.ts';
import { trustText } from './trust-codes.ts';

const formats = createFormats('en');

export const english: Catalogue = {
  language: 'en',
  languageName: 'English',
  formats,
  words: englishWords,
  headings: englishHeadings,
  columns: englishColumns,
  levels: englishLevels,
  findings: englishFindings,
  cautions: englishCautions,
  environment: englishEnvironment,
  facts: englishFacts,
  deployment: englishDeployment,
  performance: englishPerformance,
  absent: englishAbsent,
  appendix: englishAppendix,
  host: englishHost,
  languages: englishLanguages,
  memory: englishMemory,
  page: englishPage,
  capacity: englishCapacity,
  chart: englishChart,
  scaling: englishScaling,
  problems: englishProblems,
  method: englishMethod,
  parity: englishParity,
  audit: englishAudit,
  diff: englishDiff,
  recommendations: englishRecommendations,
  scores: englishScores,
  terminal: englishTerminal,
  trust: (reason) => trustText(reason, englishTrust, formats),
  reason: (reason) => reason,
};
