import type { BodyRequest } from './dialect.ts';

/** A message as chat formats send it. */
export type ChatMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

/** The turns before this one and the user's text, as messages. */
export function turnMessages({ history, text }: BodyRequest): ChatMessage[] {
  return [
    ...history.map((turn) => ({ role: turn.role, content: turn.text })),
    { role: 'user', content: text },
  ];
}

/** The system prompt, the turns and the user's text, as messages. */
export function chatMessages(request: BodyRequest): ChatMessage[] {
  const { systemText } = request;
  return [
    ...(systemText === null ? [] : [{ role: 'system' as const, content: systemText }]),
    ...turnMessages(request),
  ];
}

/**
 * The same as one text, for formats that take a prompt: system prompt, turns and the user's text in their order, parted by
 * empty lines, without names of roles. A raw prompt meets no chat template, and names would be a template that the model
 * was not trained on; the order keeps a shared prefix a shared prefix.
 */
export function flattenedPrompt({ systemText, history, text }: BodyRequest): string {
  const parts = [...(systemText === null ? [] : [systemText]), ...history.map((turn) => turn.text), text];
  return parts.join('\n\n');
}
