import type { Random } from '../random/create-random.ts';
import type { Piece, PromptMaterial } from './prompt-material.ts';
import type { TokenCounter } from './token-counter.ts';

/** How many sentences of context a prompt of natural length has. */
const naturalNotes = 2;
/** Notes tried for the last gap before words fill it. */
const triesForLastNote = 6;
/** Counts of the whole text per prompt: the first one nearly always fits already. */
const maximumCounts = 6;

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

/** What a prompt of a stated length is made from. */
export type SizedPromptOptions = {
  /** The salt line and what it costs. */
  readonly head: Piece;
  readonly material: PromptMaterial;
  readonly random: Random;
  readonly inputTokens: number;
  /** Counts the whole text for the correction; without one the sum of the pieces stands. */
  readonly tokenizer: TokenCounter | null;
};

/**
 * A prompt of a stated number of tokens: request, notes while they fit, then single words for the rest.
 *
 *     [id 1f2e...]
 *     Explain X. Note on X. Note on X. ... Note on Y. ...
 *     Keywords: river stone music
 */
export function composeSizedPrompt(options: SizedPromptOptions): string {
  const { head, material, random, inputTokens } = options;
  const topic = random.integer(material.topics);
  const ask = chooseAsk(options, topic);
  const body = [head.text, ask.text];
  let room = inputTokens - head.cost - ask.cost - material.wordsLabel.cost;
  room = addNotes(body, noteWalk(material, random, topic), room);
  body.push(material.wordsLabel.text);
  const text = body.join('');
  const wordRandom = random.fork('words');
  const words: Piece[] = [];
  adjustWords(words, material, wordRandom, room);
  return options.tokenizer === null ? withWords(text, words) : corrected(options, text, words, wordRandom);
}

/** Counts the whole text and adds or takes words at its end until it fits, or the nearest that a few counts find. */
function corrected(options: SizedPromptOptions, text: string, words: Piece[], random: Random): string {
  const { material, inputTokens, tokenizer } = options;
  let best = withWords(text, words);
  let bestMiss = Number.POSITIVE_INFINITY;
  let candidate = best;
  for (let count = 0; count < maximumCounts; count++) {
    const miss = inputTokens - (tokenizer?.count(candidate) ?? inputTokens);
    if (Math.abs(miss) < bestMiss) {
      best = candidate;
      bestMiss = Math.abs(miss);
    }
    if (miss === 0) break;
    adjustWords(words, material, random, miss);
    candidate = withWords(text, words);
  }
  return best;
}

function withWords(text: string, words: readonly Piece[]): string {
  return words.reduce((whole, word) => whole + word.text, text);
}

/** A full request where it leaves room for at least as much context, else the short form. */
function chooseAsk({ head, material, random, inputTokens }: SizedPromptOptions, topic: number): Piece {
  const ask = material.ask(random.integer(material.asks), topic);
  return head.cost + material.wordsLabel.cost + 2 * ask.cost <= inputTokens ? ask : material.shortAsk(topic);
}

/** Adds notes while they leave room for one word; returns the room that is left. */
function addNotes(body: string[], notes: NoteWalk, room: number): number {
  let left = room;
  let tries = 0;
  while (left > 0 && tries < triesForLastNote) {
    const note = notes.next();
    if (note.cost < left) {
      body.push(note.text);
      left -= note.cost;
    } else {
      tries += 1;
    }
  }
  return left;
}

type NoteWalk = { readonly next: () => Piece };

/** The notes of a topic from a random place, each once; then another topic. */
function noteWalk(material: PromptMaterial, random: Random, firstTopic: number): NoteWalk {
  let topic = firstTopic;
  let start = random.integer(material.notes);
  let step = 0;
  return {
    next() {
      if (step === material.notes) {
        topic = random.integer(material.topics);
        start = random.integer(material.notes);
        step = 0;
      }
      const piece = material.note((start + step) % material.notes, topic);
      step += 1;
      return piece;
    },
  };
}

/**
 * Takes words off the end while there is too much, then adds any that fit while there is room, so the last ones are the
 * cheapest.
 */
function adjustWords(words: Piece[], material: PromptMaterial, random: Random, room: number): void {
  const cheapest = Math.min(...material.words.map((word) => word.cost));
  let left = room;
  while (left < 0) {
    const last = words.pop();
    if (last === undefined) return;
    left += last.cost;
  }
  // Half a word more or less is as near as it gets where words are not whole tokens.
  while (left >= cheapest / 2 && left > 0) {
    const fitting = material.words.filter((word) => word.cost <= Math.max(left, cheapest));
    const word = fitting[random.integer(fitting.length)];
    if (word === undefined) return;
    words.push(word);
    left -= word.cost;
  }
}
