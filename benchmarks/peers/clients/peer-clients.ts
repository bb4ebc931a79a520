import type { PeerClient } from '../peer-client.ts';
import { aiperf } from './aiperf.ts';
import { bareReader } from './bare-reader.ts';
import { guidellm } from './guidellm.ts';
import { inferencePerf } from './inference-perf.ts';
import { kneepoint } from './kneepoint.ts';
import { sglangPython } from './sglang-python.ts';
import { sglangRust } from './sglang-rust.ts';
import { vllmPython } from './vllm-python.ts';
import { vllmRust } from './vllm-rust.ts';

/** Every client, in the order of the table. */
export const peerClients: readonly PeerClient[] = [
  kneepoint,
  vllmRust,
  sglangRust,
  vllmPython,
  sglangPython,
  inferencePerf,
  aiperf,
  guidellm,
  bareReader,
];
