import type { HelpWords } from '../words/error-words.ts';
import type { Help, Trouble, TroubleByKind, TroubleKind } from './trouble.ts';

/** What the words of a language say of a trouble. */
export const helpOf = (trouble: Trouble, words: HelpWords): Help => ofKind(trouble.kind, trouble, words);

function ofKind<Kind extends TroubleKind>(kind: Kind, trouble: TroubleByKind[Kind], words: HelpWords): Help {
  return words[kind](trouble);
}
