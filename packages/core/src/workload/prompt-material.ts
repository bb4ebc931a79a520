import type { Language } from '../plan/language.ts';
import type { TextCost } from './text-cost.ts';
import { type TextMaterial, textMaterial } from './texts/text-material.ts';

/** A piece of text with what it costs; pieces carry their own leading gap. */
export type Piece = { readonly text: string; readonly cost: number };

/** A language's texts cut into pieces whose costs are worked out once, on first use. */
export type PromptMaterial = {
  readonly topics: number;
  readonly asks: number;
  readonly notes: number;
  readonly ask: (ask: number, topic: number) => Piece;
  readonly shortAsk: (topic: number) => Piece;
  /** A note as the text goes on with it. */
  readonly note: (note: number, topic: number) => Piece;
  /** Opens a text without a question. */
  readonly backgroundLabel: Piece;
  readonly wordsLabel: Piece;
  readonly words: readonly Piece[];
};

/** The pieces of a language under a cost; cheap to make, it fills as it is used. */
export function createPromptMaterial(language: Language, cost: TextCost): PromptMaterial {
  const material = textMaterial[language];
  return {
    topics: material.topics.length,
    asks: material.asks.length,
    notes: material.notes.length,
    ask: remembered(material.asks, material.topics, cost, ''),
    shortAsk: remembered([material.shortAsk], material.topics, cost, '').bind(null, 0),
    note: remembered(material.notes, material.topics, cost, material.sentenceGap),
    backgroundLabel: pieceOf(material.backgroundLabel, cost),
    wordsLabel: pieceOf(`\n${material.wordsLabel}`, cost),
    words: wordPieces(material, cost),
  };
}

function remembered(
  templates: readonly string[],
  topics: readonly string[],
  cost: TextCost,
  gap: string,
): (template: number, topic: number) => Piece {
  const pieces = new Array<Piece | undefined>(templates.length * topics.length);
  return (template, topic) => {
    const place = template * topics.length + topic;
    const known = pieces[place];
    if (known !== undefined) return known;
    const piece = pieceOf(gap + (templates[template] ?? '').replaceAll('{topic}', topics[topic] ?? ''), cost);
    pieces[place] = piece;
    return piece;
  };
}

function pieceOf(text: string, cost: TextCost): Piece {
  return { text, cost: cost.of(text) };
}

/** A word's cost is measured behind another one: some tokenizers treat the start of a text differently. */
function wordPieces(material: TextMaterial, cost: TextCost): readonly Piece[] {
  const before = `${material.wordsLabel} ${material.words[0] ?? ''}`;
  const beforeCost = cost.of(before);
  return material.words.map((word) => ({
    text: ` ${word}`,
    cost: cost.of(`${before} ${word}`) - beforeCost,
  }));
}
