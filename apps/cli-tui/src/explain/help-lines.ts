import type { KnownProblem } from '@kneepoint/runner-agent/knowledge';
import type { HelpLabels } from '../words/error-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import type { HelpLine } from './help-text.ts';
import type { Help } from './trouble.ts';

/** The lines under what happened: why, what to try, commands to copy. */
export const helpLines = ({ why, tries, commands }: Omit<Help, 'what'>): readonly HelpLine[] => [
  ...(why === null ? [] : [{ label: 'why', text: why } as const]),
  ...tries.map((text) => ({ label: 'tries', text }) as const),
  ...commands.map((text) => ({ label: 'tries', text, copied: true }) as const),
];

/** How an entry is told. */
export type KnownSaying = {
  readonly labels: HelpLabels;
  readonly language: MessageLanguage;
  /** What stands for URL in its commands; `null` leaves them as they are. */
  readonly url: string | null;
  /** Commands that were told already. */
  readonly told: readonly string[];
};

/** The doctor's entry: its title and name, why it happens, what helps. */
export function knownLines(
  problem: KnownProblem,
  { labels, language, url, told }: KnownSaying,
): readonly HelpLine[] {
  const { title, cause, fix } = problem.text[language];
  const commands = problem.commands
    .map((text) => (url === null || url.startsWith('unix:') ? text : text.replace(/\bURL\b/g, url)))
    .filter((text) => !told.includes(text));
  return [
    { label: 'known', text: `${title} [${problem.id}]` },
    { label: 'known', text: `${labels.cause}${cause}` },
    { label: 'known', text: `${labels.fix}${fix}` },
    ...commands.map((text) => ({ label: 'known', text, copied: true }) as const),
  ];
}
