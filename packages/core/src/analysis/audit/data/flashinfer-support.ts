/** Which compute capabilities an engine's FlashInfer attention takes, as read in its sources; ends are inside. */
export type FlashInferSupport = {
  readonly engine: 'vllm' | 'sglang';
  readonly version: string;
  readonly least: string;
  readonly most: string;
  readonly source: string;
};

/** Read in `vllm/v1/attention/backends/flashinfer.py` and in SGLang's choice of the attention backend. */
export const flashInferSupport: readonly FlashInferSupport[] = [
  {
    engine: 'vllm',
    version: '0.32',
    least: '8.0',
    most: '12.1',
    source: 'https://docs.vllm.ai/en/latest/design/attention_backends/',
  },
  {
    engine: 'sglang',
    version: '0.5.23',
    least: '8.0',
    most: '12.1',
    source: 'https://docs.sglang.io/advanced_features/attention_backend.html',
  },
];
