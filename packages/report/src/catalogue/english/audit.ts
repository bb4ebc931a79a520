import { type AuditPlace, auditRules } from '@kneepoint/core';
import type { AuditWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { englishAuditConditions } from './audit-conditions.ts';
import { englishAuditFigures } from './audit-figures.ts';
import { auditMetric } from './audit-names.ts';
import { englishWords } from './tables.ts';

const formats = createFormats('en');

/** The audit in English; why a finding matters stands in its rule. */
export const englishAudit: AuditWords = {
  rules: { ...englishAuditFigures, ...englishAuditConditions },
  why: (code) => auditRules[code].explanation,
  basis: (code) => auditRules[code].reference.basis,
  title: (name) => `Audit of ${name}`,
  severity: { error: 'Errors', warning: 'Warnings', note: 'Notes' },
  labels: { where: 'Where: ', why: 'Why it matters: ', todo: 'What to do: ', reference: 'Reference: ' },
  place: placeText,
  places: (shown, more) => [...shown, ...(more === 0 ? [] : [`and ${formats.count(more)} more`])].join('; '),
  counts: ({ error, warning, note }, rules) =>
    `${amount(error, 'error')}, ${amount(warning, 'warning')}, ${amount(note, 'note')}; ${formats.count(rules)} rules.`,
};

const amount = (count: number, word: string): string =>
  `${formats.count(count)} ${word}${count === 1 ? '' : 's'}`;

function placeText(place: AuditPlace): string {
  switch (place.kind) {
    case 'level':
      return `${place.target}, ${levelText(place)}`;
    case 'target':
      return place.target;
    case 'host':
      return 'environment';
    case 'statement':
      return `“${place.text}”`;
    case 'command':
      return place.text;
    case 'comparison':
      return `comparison of ${auditMetric(place.metric)}, ${place.suite}, ${place.load}`;
  }
}

type LevelPlace = Extract<AuditPlace, { kind: 'level' }>;

function levelText({ suite, users, requestsPerSecond, language }: LevelPlace): string {
  if (suite === 'languages') return `language test, ${englishWords.promptLanguage(language)}`;
  if (users !== null) return users === 1 ? 'single user' : `${formats.count(users)} users`;
  return requestsPerSecond === null ? 'all at once' : `${formats.requests(requestsPerSecond)} requests/s`;
}
