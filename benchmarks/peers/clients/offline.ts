/** What every Python client gets: no questions to the model hub, no usage reports, compiled modules kept. */
export const offline = {
  HF_HUB_OFFLINE: '1',
  TRANSFORMERS_OFFLINE: '1',
  DO_NOT_TRACK: '1',
  VLLM_NO_USAGE_STATS: '1',
  PYTHONDONTWRITEBYTECODE: '',
} as const;

/** The model that every client asks for; the simulated server answers to any name. */
export const model = 'Qwen/Qwen3-8B';
