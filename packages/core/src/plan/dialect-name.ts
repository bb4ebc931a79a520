/** Names of the wire formats that the engine speaks; `transport/dialects` has a file for each. */
export const dialectNames = [
  'openai-chat',
  'openai-completions',
  'openai-responses',
  'sglang-generate',
  'llama-cpp',
  'tgi',
  'ollama-chat',
  'ollama-generate',
] as const;
/** One of them. */
export type DialectName = (typeof dialectNames)[number];
