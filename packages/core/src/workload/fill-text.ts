import type { Random } from '../random/create-random.ts';
import { type NoteWalk, noteWalk } from './note-walk.ts';
import type { Piece, PromptMaterial } from './prompt-material.ts';
import type { TokenCounter } from './token-counter.ts';

/** Notes tried for the last gap before words fill it. */
const triesForLastNote = 6;
/** Counts of the whole text: the first one nearly always fits already. */
const maximumCounts = 6;

/** A text of a stated length, but for what it opens with. */
export type FillOptions = {
  readonly material: PromptMaterial;
  readonly random: Random;
  readonly tokens: number;
  /** Counts the whole text for the correction; without one the sum of the pieces stands. */
  readonly tokenizer: TokenCounter | null;
};

/**
 * Fills a text up to a stated number of tokens behind its opening: notes on the topic while they fit, then single words.
 * Exact to a token with a tokenizer, unless the opening alone is longer.
 */
export function fillText(opening: readonly Piece[], topic: number, options: FillOptions): string {
  const { material, random } = options;
  const body = opening.map((piece) => piece.text);
  let room = opening.reduce((left, piece) => left - piece.cost, options.tokens) - material.wordsLabel.cost;
  room = addNotes(body, noteWalk(material, random, topic), room);
  body.push(material.wordsLabel.text);
  return fillWords(body.join(''), room, options);
}

/** Fills up with single words alone; `room` is what the text before them leaves. */
export function fillWords(text: string, room: number, options: FillOptions): string {
  const wordRandom = options.random.fork('words');
  const words: Piece[] = [];
  adjustWords(words, options.material, wordRandom, room);
  return options.tokenizer === null ? withWords(text, words) : corrected(options, text, words, wordRandom);
}

/** Counts the whole text and adds or takes words at its end until it fits, or the nearest that a few counts find. */
function corrected(options: FillOptions, text: string, words: Piece[], random: Random): string {
  const { material, tokens, tokenizer } = options;
  let best = withWords(text, words);
  let bestMiss = Number.POSITIVE_INFINITY;
  let candidate = best;
  for (let count = 0; count < maximumCounts; count++) {
    const miss = tokens - (tokenizer?.count(candidate) ?? tokens);
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
