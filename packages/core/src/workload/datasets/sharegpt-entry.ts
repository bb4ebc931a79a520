import { z } from 'zod';
import { badEntry, firstProblem, goodEntry, isBlank, mustBe, type ParsedEntry } from './parsed-entry.ts';

const speakers = {
  human: 'user',
  user: 'user',
  gpt: 'assistant',
  assistant: 'assistant',
  chatgpt: 'assistant',
  bing: 'assistant',
  bard: 'assistant',
  system: 'system',
} as const;
type Speaker = keyof typeof speakers;

const entrySchema = z.object(
  {
    conversations: z.array(
      z.object(
        {
          from: z.enum(Object.keys(speakers) as [Speaker, ...Speaker[]], {
            error: (issue) => mustBe(`one of ${Object.keys(speakers).join(', ')}`)(issue),
          }),
          value: z.string({ error: mustBe('a text') }),
        },
        { error: mustBe('an object {from, value}') },
      ),
      { error: mustBe('a list of turns') },
    ),
  },
  { error: mustBe('an object') },
);

/**
 * A conversation of ShareGPT: the first human turn is the text and the later ones follow it; the answers in the file are
 * not kept, nor is an answer that stands before the first question. Only a first turn may be of the system.
 */
export function parseShareGpt(value: unknown): ParsedEntry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return badEntry(firstProblem(parsed.error));
  const turns = parsed.data.conversations.map(({ from, value: text }) => ({ role: speakers[from], text }));
  const system = turns.findLastIndex(({ role }) => role === 'system');
  if (system > 0) return badEntry(`conversations[${system}].from: only the first turn may be of the system`);
  const blank = turns.findIndex(({ role, text }) => role === 'user' && isBlank(text));
  if (blank >= 0) return badEntry(`conversations[${blank}].value is empty`);
  const [text, ...laterTurns] = turns.filter(({ role }) => role === 'user').map((turn) => turn.text);
  if (text === undefined) return badEntry('conversations has no turn of a human');
  const systemText = turns[0]?.role === 'system' ? turns[0].text : null;
  return goodEntry({ systemText, text, laterTurns });
}
