import type { Catalogue } from './catalogue.ts';
import { createFormats } from './formats.ts';
import { koreanAudit } from './korean/audit.ts';
import { koreanChart } from './korean/chart.ts';
import { koreanDiff } from './korean/diff.ts';
import {
  koreanAbsent,
  koreanAppendix,
  koreanDeployment,
  koreanFacts,
  koreanPerformance,
} from './korean/document.ts';
import { koreanCautions, koreanFindings } from './korean/findings.ts';
import { koreanCapacity, koreanHost } from './korean/host.ts';
import { koreanLanguages } from './korean/languages.ts';
import { koreanMemory } from './korean/memory.ts';
import { koreanMethod } from './korean/method.ts';
import { koreanPage } from './korean/page.ts';
import { koreanParity } from './korean/parity.ts';
import { koreanProblems } from './korean/problems.ts';
import { koreanReasons } from './korean/reasons.ts';
import { koreanRecommendations } from './korean/recommendations.ts';
import { koreanScaling } from './korean/scaling.ts';
import { koreanScores } from './korean/scores.ts';
import {
  koreanColumns,
  koreanEnvironment,
  koreanHeadings,
  koreanLevels,
  koreanTerminal,
  koreanWords,
} from './korean/tables.ts';
import { koreanTrust } from './korean/trust.ts';
import { reasonText } from './reason-codes.ts';
import { trustText } from './trust-codes.ts';

const formats = createFormats('ko');

export const korean: Catalogue = {
  language: 'ko',
  languageName: '한국어',
  formats,
  words: koreanWords,
  headings: koreanHeadings,
  columns: koreanColumns,
  levels: koreanLevels,
  findings: koreanFindings,
  cautions: koreanCautions,
  environment: koreanEnvironment,
  facts: koreanFacts,
  deployment: koreanDeployment,
  performance: koreanPerformance,
  absent: koreanAbsent,
  appendix: koreanAppendix,
  host: koreanHost,
  languages: koreanLanguages,
  memory: koreanMemory,
  page: koreanPage,
  capacity: koreanCapacity,
  chart: koreanChart,
  scaling: koreanScaling,
  problems: koreanProblems,
  method: koreanMethod,
  parity: koreanParity,
  audit: koreanAudit,
  diff: koreanDiff,
  recommendations: koreanRecommendations,
  scores: koreanScores,
  terminal: koreanTerminal,
  trust: (reason) => trustText(reason, koreanTrust, formats),
  reason: (reason) => reasonText(reason, koreanReasons, ', '),
};
