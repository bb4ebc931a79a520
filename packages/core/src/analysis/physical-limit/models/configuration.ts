import type { KeyValueShape } from './model-figures.ts';

/** Where a model's configuration is published. */
export function configurationOf(id: string): string {
  return `https://huggingface.co/${id}/blob/main/config.json`;
}

/** A key and a value per head that is kept. */
export function grouped(heads: number, headSize: number): KeyValueShape {
  return { kind: 'grouped', heads, headSize };
}
