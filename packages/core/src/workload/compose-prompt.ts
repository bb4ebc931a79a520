import type { Random } from '../random/create-random.ts';
import { type FillOptions, fillText } from './fill-text.ts';
import { noteWalk } from './note-walk.ts';
import type { Piece, PromptMaterial } from './prompt-material.ts';

/** How many sentences of context a prompt of natural length has. */
const naturalNotes = 2;

/**
 * A prompt of natural length: a request and two sentences of context.
 *
 *     [id 1f2e...]                      the salt line
 *     Explain X. Many people ... The cost of X ...
 */
export function composeNaturalPrompt(head: string, material: PromptMaterial, random: Random): string {
  const topic = random.integer(material.topics);
  const notes = noteWalk(material, random, topic);
  let text = head + material.ask(random.integer(material.asks), topic).text;
  for (let count = 0; count < naturalNotes; count++) text += notes.next().text;
  return text;
}

/**
 * A prompt of a stated number of tokens: request, notes while they fit, then single words for the rest.
 * `head` is the salt line and what it costs.
 *
 *     [id 1f2e...]
 *     Explain X. Note on X. Note on X. ... Note on Y. ...
 *     Keywords: river stone music
 */
export function composeSizedPrompt(head: Piece, options: FillOptions): string {
  const topic = options.random.integer(options.material.topics);
  return fillText([head, chooseAsk(head, topic, options)], topic, options);
}

/** A full request where it leaves room for at least as much context, else the short form. */
function chooseAsk(head: Piece, topic: number, { material, random, tokens }: FillOptions): Piece {
  const ask = material.ask(random.integer(material.asks), topic);
  return head.cost + material.wordsLabel.cost + 2 * ask.cost <= tokens ? ask : material.shortAsk(topic);
}
