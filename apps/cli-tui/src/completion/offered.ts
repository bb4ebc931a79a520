/** What a shell offers for a value: nothing that is known, one of some words, files, or what the program is asked for. */
export type Offered =
  | { readonly kind: 'anything' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'plans' }
  | { readonly kind: 'agents' }
  /** Ids of stored runs; where `files` is true, result files, too. */
  | { readonly kind: 'runs'; readonly files: boolean };

/** What the hidden command `__complete` answers, a line each: the word, a tab, what it is. */
export const askedKinds = ['runs', 'agents'] as const;
