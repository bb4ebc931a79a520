import type { AuditPlace } from '@kneepoint/core';
import type { AuditWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { koreanAuditBasis } from './audit-basis.ts';
import { koreanAuditConditions } from './audit-conditions.ts';
import { koreanAuditFigures } from './audit-figures.ts';
import { auditMetric } from './audit-names.ts';
import { koreanAuditWhy } from './audit-why.ts';
import { koreanUsers } from './phrases.ts';
import { koreanWords } from './tables.ts';

const formats = createFormats('ko');

/** The audit in Korean. */
export const koreanAudit: AuditWords = {
  rules: { ...koreanAuditFigures, ...koreanAuditConditions },
  why: (code) => koreanAuditWhy[code],
  basis: (code) => koreanAuditBasis[code],
  title: (name) => `${name} 검증 결과`,
  severity: { error: '오류', warning: '경고', note: '참고' },
  labels: { where: '위치: ', why: '이유: ', todo: '할 일: ', reference: '근거: ' },
  place: placeText,
  places: (shown, more) => `${shown.join('; ')}${more === 0 ? '' : ` 외 ${formats.count(more)}곳`}`,
  counts: ({ error, warning, note }, rules) =>
    `오류 ${formats.count(error)}건, 경고 ${formats.count(warning)}건, 참고 ${formats.count(note)}건 (규칙 ${formats.count(rules)}개)`,
};

function placeText(place: AuditPlace): string {
  switch (place.kind) {
    case 'level':
      return `${place.target}, ${levelText(place)}`;
    case 'target':
      return place.target;
    case 'host':
      return '테스트 환경';
    case 'statement':
      return `“${place.text}”`;
    case 'command':
      return place.text;
    case 'comparison':
      return `${auditMetric(place.metric)} 비교, ${place.suite}, ${place.load}`;
  }
}

type LevelPlace = Extract<AuditPlace, { kind: 'level' }>;

function levelText({ suite, users, requestsPerSecond, language }: LevelPlace): string {
  if (suite === 'languages') return `언어 테스트, ${koreanWords.promptLanguage(language)}`;
  if (users !== null) return users === 1 ? '단일 사용자' : koreanUsers(users);
  return requestsPerSecond === null ? '동시 도착' : `초당 요청 ${formats.requests(requestsPerSecond)}건`;
}
