import type { ParityWords } from '../parity-words.ts';

const name: ParityWords['name'] = {
  model: 'model',
  'model-revision': "model's revision",
  'engine-version': "engine's version",
  image: 'image',
  dtype: 'number type of the weights',
  quantization: 'quantization',
  'kv-cache-type': 'number type of the KV cache',
  'attention-backend': 'attention backend',
  'cuda-graphs': 'CUDA graphs',
  'prefix-cache': 'prefix cache',
  'speculative-decoding': 'speculative decoding',
  sampling: 'sampling',
  parallelism: 'tensor parallelism',
  'max-model-length': 'longest context',
  'memory-fraction': 'share of the GPU memory',
  'max-running-requests': 'requests that may run at once',
  prompts: 'prompts',
  'input-length': 'mean length of the prompts in tokens',
  'output-length': 'mean length of the answers in tokens',
  order: 'order of the runs, not interleaved',
  'server-shared': 'others used the server',
};

const value: ParityWords['value'] = (code, side) => {
  if (side.state === 'unknown') return 'unknown';
  if (side.value === null) return 'default';
  const text = code === 'server-shared' ? (side.value === 'on' ? 'yes' : 'no') : side.value;
  return side.state === 'default' ? `${text} by default` : text;
};

/** Parity in English. */
export const englishParity: ParityWords = {
  name,
  value,
  difference: ({ code, values }) =>
    `${name[code]}: ${values.map((side) => `${side.target} ${value(code, side)}`).join(', ')}`,
};
