import type { AuditPlace } from '@kneepoint/core';
import type { AuditWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { chineseAuditBasis } from './audit-basis.ts';
import { chineseAuditConditions } from './audit-conditions.ts';
import { chineseAuditFigures } from './audit-figures.ts';
import { auditMetric } from './audit-names.ts';
import { chineseAuditWhy } from './audit-why.ts';
import { chineseUsers } from './phrases.ts';
import { chineseWords } from './tables.ts';

const formats = createFormats('zh');

/** The audit in Chinese. */
export const chineseAudit: AuditWords = {
  rules: { ...chineseAuditFigures, ...chineseAuditConditions },
  why: (code) => chineseAuditWhy[code],
  basis: (code) => chineseAuditBasis[code],
  title: (name) => `${name} 的审查结果`,
  severity: { error: '错误', warning: '警告', note: '提示' },
  labels: { where: '位置：', why: '为何重要：', todo: '如何处理：', reference: '依据：' },
  place: placeText,
  places: (shown, more) => `${shown.join('；')}${more === 0 ? '' : `，另有 ${formats.count(more)} 处`}`,
  counts: ({ error, warning, note }, rules) =>
    `错误 ${formats.count(error)} 项，警告 ${formats.count(warning)} 项，提示 ${formats.count(note)} 项（共 ${formats.count(rules)} 条规则）`,
};

function placeText(place: AuditPlace): string {
  switch (place.kind) {
    case 'level':
      return `${place.target}，${levelText(place)}`;
    case 'target':
      return place.target;
    case 'host':
      return '测试环境';
    case 'statement':
      return `“${place.text}”`;
    case 'command':
      return place.text;
    case 'comparison':
      return `${auditMetric(place.metric)}的比较，${place.suite}，${place.load}`;
  }
}

type LevelPlace = Extract<AuditPlace, { kind: 'level' }>;

function levelText({ suite, users, requestsPerSecond, language }: LevelPlace): string {
  if (suite === 'languages') return `语言测试，${chineseWords.promptLanguage(language)}`;
  if (users !== null) return users === 1 ? '单用户' : chineseUsers(users);
  return requestsPerSecond === null ? '同时到达' : `每秒 ${formats.requests(requestsPerSecond)} 个请求`;
}
