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

/** The doctor's entry: its title and name, why it happens, what helps. */
export function knownLines(
  problem: KnownProblem,
  labels: HelpLabels,
  language: MessageLanguage,
): readonly HelpLine[] {
  const { title, cause, fix } = problem.text[language];
  return [
    { label: 'known', text: `${title} [${problem.id}]` },
    { label: 'known', text: `${labels.cause}${cause}` },
    { label: 'known', text: `${labels.fix}${fix}` },
    ...problem.commands.map((text) => ({ label: 'known', text, copied: true }) as const),
  ];
}
