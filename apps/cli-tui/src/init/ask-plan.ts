import { parsePlan } from '@kneepoint/core';
import { type ReportLanguage, reportLanguages } from '@kneepoint/report';
import { errorTrouble } from '../explain/error-trouble.ts';
import { helpOf } from '../explain/help-of.ts';
import { languageNames } from '../words/init-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
import { askOne, askSeveral, askText } from './ask.ts';
import { type ChoosingServers, chooseServers, serverText } from './choose-servers.ts';
import { expectedMinutes } from './expected-minutes.ts';
import type { CheckedAddress, FoundServer } from './find-servers.ts';
import { planSummary } from './plan-summary.ts';
import { freePath, hasFolder, isThere, usualName } from './usual-answers.ts';
import { type PlanWish, type Thoroughness, thoroughnesses, writtenPlan } from './written-plan.ts';

/** What the flags say already and is not asked. */
export type Given = {
  readonly urls: readonly string[];
  readonly thoroughness: Thoroughness | null;
  readonly languages: readonly ReportLanguage[] | null;
  readonly name: string | null;
  readonly path: string;
  readonly startsNow: boolean;
};

/** Whom to ask, in which language, and how the host is looked at. */
export type AskingPlan = Omit<ChoosingServers, 'explain'> & { readonly language: MessageLanguage };

/** A plan that a person wants: its text and where it goes, and whether it is to be run at once. */
export type AskedPlan = { readonly path: string; readonly text: string; readonly startsNow: boolean };

/** Asks all that a plan needs; `null` when the person leaves. */
export async function askPlan(given: Given, asking: AskingPlan): Promise<AskedPlan | null> {
  const { words, say, language } = asking;
  say(`${words.intro}\n${words.howToLeave}`);
  const servers = await serversOf(given, asking);
  if (servers === null) return null;
  const wish = { servers, path: given.path, remarks: words.plan };
  const thoroughness = given.thoroughness ?? (await askThoroughness(wish, asking));
  const languages = given.languages ?? (await askLanguages(asking));
  const name = given.name ?? (await askName(usualName(servers), asking));
  const path = await askPath(given.path, asking);
  const text = writtenPlan({ ...wish, name, path, thoroughness, languages });
  say(`\n${planSummary(text, servers, wordsOf(language).init)}`);
  if (given.startsNow) return { path, text, startsNow: true };
  const next = await askOne(asking, {
    question: words.askStart,
    answers: [
      { value: 'start', text: words.startNow },
      { value: 'write', text: words.writeOnly },
      { value: 'leave', text: words.leave },
    ],
    usual: 1,
  });
  return next === 'leave' ? null : { path, text, startsNow: next === 'start' };
}

async function serversOf(given: Given, asking: AskingPlan): Promise<readonly FoundServer[] | null> {
  const { words, say, find, check } = asking;
  if (given.urls.length > 0) {
    const checked = await Promise.all(given.urls.map(check));
    for (const one of checked) if (one.kind === 'none') throw one.error;
    return checked.flatMap((one) => (one.kind === 'server' ? [one.server] : []));
  }
  say(`\n${words.looking}`);
  const { servers, otherPorts } = await find();
  if (otherPorts.length > 0) say(words.listensElse(otherPorts.join(', ')));
  if (servers.length === 1)
    say(`${words.found}\n${servers.map((server) => `  ${serverText(server, words)}`).join('\n')}`);
  const explain = (one: Extract<CheckedAddress, { kind: 'none' }>): string => reasonText(one, asking);
  return chooseServers(servers, { ...asking, explain });
}

/** Why an address is no server, and what helps. */
function reasonText(
  { error }: Extract<CheckedAddress, { kind: 'none' }>,
  { words, language }: AskingPlan,
): string {
  const trouble = errorTrouble(error);
  const help = trouble === null ? null : helpOf(trouble, wordsOf(language).errors.help);
  const tries = help === null ? [error.hint ?? ''] : help.tries.slice(0, 1);
  return [
    words.noServer,
    `  ${help?.what ?? error.message}`,
    ...(help?.why === undefined || help.why === null ? [] : [`  ${help.why}`]),
    ...tries.filter((text) => text !== '').map((text) => `  ${words.tryLabel}${text}`),
  ].join('\n');
}

function askThoroughness(
  wish: Pick<PlanWish, 'servers' | 'path' | 'remarks'>,
  asking: AskingPlan,
): Promise<Thoroughness> {
  const { words } = asking;
  const time = (thoroughness: Thoroughness): string => {
    const text = writtenPlan({ ...wish, name: 'plan', thoroughness, languages: ['en'] });
    return words.minutes(expectedMinutes(parsePlan(text, 'plan.yaml')));
  };
  return askOne(asking, {
    question: words.askThoroughness,
    answers: thoroughnesses.map((value) => ({ value, text: words.thoroughness(value, time(value)) })),
    usual: 2,
  });
}

/** The person's own language is the usual one. */
function askLanguages(asking: AskingPlan): Promise<readonly ReportLanguage[]> {
  return askSeveral(asking, {
    question: asking.words.askLanguages,
    answers: reportLanguages.map((value) => ({ value, text: languageNames[value] })),
    usual: [reportLanguages.indexOf(asking.language) + 1],
  });
}

const plainName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u;

const askName = (usual: string, asking: AskingPlan): Promise<string> =>
  askText(asking, asking.words.askName, {
    usual,
    problem: (text) => (plainName.test(text) ? null : asking.words.nameProblem),
  });

async function askPath(given: string, asking: AskingPlan): Promise<string> {
  const { words } = asking;
  return askText(asking, words.askFile, {
    usual: await freePath(given),
    problem: async (path) => {
      if (await isThere(path)) return words.fileExists(path);
      return (await hasFolder(path)) ? null : words.fileFolderMissing(path);
    },
  });
}
