import type { Catalogue } from './catalogue.ts';
import { chineseCautions, chineseChart, chineseFindings } from './chinese/findings.ts';
import { chineseCapacity, chineseHost } from './chinese/host.ts';
import { chineseMethod } from './chinese/method.ts';
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
  host: chineseHost,
  capacity: chineseCapacity,
  chart: chineseChart,
  method: chineseMethod,
  terminal: chineseTerminal,
  trust: (reason) => trustText(reason, chineseTrust, formats),
};
