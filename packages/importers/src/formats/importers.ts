import { aiperfImporter } from './aiperf.ts';
import { aiperfRecordsImporter } from './aiperf-records.ts';
import { genaiBenchImporter } from './genai-bench.ts';
import { guidellmImporter } from './guidellm.ts';
import type { Importer } from './importer.ts';
import { inferencePerfImporter } from './inference-perf.ts';
import { llamaBenchyImporter } from './llama-benchy.ts';
import { llmeterImporter } from './llmeter.ts';
import { sglangImporter } from './sglang.ts';
import { vllmImporter } from './vllm.ts';

/** Every tool whose results are read; the first that recognises a file reads it. A new one is its file and its line here. */
export const importers: readonly Importer[] = [
  guidellmImporter,
  llamaBenchyImporter,
  aiperfImporter,
  aiperfRecordsImporter,
  inferencePerfImporter,
  genaiBenchImporter,
  llmeterImporter,
  sglangImporter,
  vllmImporter,
];

/** What `--format` takes: a tool, or tables, which need a mapping. */
export const sourceFormats: readonly string[] = [...importers.map(({ format }) => format), 'tables'];
