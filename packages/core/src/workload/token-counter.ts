/** Counts the tokens of a text with the model's own tokenizer, special tokens and chat template not included. */
export type TokenCounter = { readonly count: (text: string) => number };
