import { parsePlan, planStages } from '@kneepoint/core';
import { type InitWords, languageNames } from '../words/init-words.ts';
import { expectedMinutes } from './expected-minutes.ts';
import type { FoundServer } from './find-servers.ts';
import { targetNames } from './written-plan.ts';

/** What a written plan will do, in a few lines: servers, load, time, report. */
export function planSummary(text: string, servers: readonly FoundServer[], words: InitWords): string {
  const plan = parsePlan(text, 'plan.yaml');
  const names = targetNames(servers).map((name, index) => `${name} (${servers[index]?.url ?? ''})`);
  const suites = [words.suites.singleUser, words.suites.concurrency, words.suites.languages].join(', ');
  return [
    words.willDo,
    `  ${words.targets(names.join(', '))}`,
    `  ${words.stages(planStages(plan).length, suites, plan.repeats)}`,
    `  ${words.time(words.minutes(expectedMinutes(plan)))}`,
    `  ${words.report(plan.report.languages.map((code) => languageNames[code]).join(', '))}`,
  ].join('\n');
}
