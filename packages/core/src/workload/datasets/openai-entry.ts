import { z } from 'zod';
import type { ChatTurn } from './dataset-pack.ts';
import {
  badEntry,
  firstProblem,
  goodEntry,
  isBlank,
  mustBe,
  outputLengthOf,
  outputLengthShape,
  type ParsedEntry,
  plainText,
} from './parsed-entry.ts';

const roles = ['system', 'developer', 'user', 'assistant'] as const;
const roleList = roles.join(', ');

const messageSchema = z.object(
  { role: z.enum(roles, { error: mustBe(`one of ${roleList}`) }), content: plainText },
  { error: mustBe('an object {role, content}') },
);

const chatSchema = z.object(
  { messages: z.array(messageSchema, { error: mustBe('a list of messages') }), ...outputLengthShape },
  { error: mustBe('an object') },
);

const batchSchema = z.object({ body: z.unknown() });

/**
 * A line with `messages`, or a line of a batch, whose `body` holds them. The last user's message is the text, what stands
 * before it the history, what stands behind it is left out: it is the answer to come. System messages open the list and
 * are joined.
 */
export function parseOpenAi(value: unknown): ParsedEntry {
  const batch = batchSchema.safeParse(value);
  const inBody = batch.success && batch.data.body !== undefined;
  const parsed = chatSchema.safeParse(inBody ? batch.data.body : value);
  if (!parsed.success) return badEntry(firstProblem(parsed.error, inBody ? 'body' : ''));
  const { messages } = parsed.data;
  const first = messages.findIndex(({ role }) => role === 'user' || role === 'assistant');
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const place = (index: number) => `${inBody ? 'body.' : ''}messages[${index}]`;
  if (last < 0) return badEntry(`${inBody ? 'body.' : ''}messages has none of the user`);
  const history: ChatTurn[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    if (index < first || index > last) continue;
    if (role === 'system' || role === 'developer') {
      return badEntry(`${place(index)}.role: a system message may stand at the start only`);
    }
    if (role === 'user' && isBlank(content)) return badEntry(`${place(index)}.content is empty`);
    history.push({ role, text: content });
  }
  const systems = messages.slice(0, first).map(({ content }) => content);
  return goodEntry({
    systemText: systems.length === 0 ? null : systems.join('\n\n'),
    history: history.slice(0, -1),
    text: messages[last]?.content ?? '',
    outputTokens: outputLengthOf(parsed.data),
  });
}
