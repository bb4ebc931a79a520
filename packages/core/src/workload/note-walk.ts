import type { Random } from '../random/create-random.ts';
import type { Piece, PromptMaterial } from './prompt-material.ts';

/** Sentences of context, one after the other, without an end. */
export type NoteWalk = { readonly next: () => Piece };

/** The notes of a topic from a random place, each once; then another topic. */
export function noteWalk(material: PromptMaterial, random: Random, firstTopic: number): NoteWalk {
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
