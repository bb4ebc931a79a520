/**
 * Reasons as the tool writes them into results (in English), by what they say. A capture is a number or a name of the
 * reason; every language has a sentence for each code.
 */
const patterns = {
  'too-few-samples': /^too few samples: (\d+) of (\d+)$/,
  'no-cold-request': /^no cold request$/,
  'document-silent': /^the document does not say it$/,
  'source-silent': /^the source does not say it$/,
  'source-values': /^the source does not list its values$/,
  'source-requests': /^the source does not say how many requests there were$/,
  'source-samples': /^the source does not say of how many samples$/,
  'source-cold': /^the source does not tell cold requests apart$/,
  'document-time': /^the document does not say over what time its figures are$/,
  'document-author': /^the author of the document$/,
  'document-verdict': /^the document rates the answers in words, and its checks are not known$/,
  'stream-events': /^of stream events nothing is known$/,
  'open-loop-only': /^only in open-loop stages, which have a schedule$/,
  'tokens-per-event':
    /^the (?:tokens of an event are not known|server does not say how many tokens each event carries)$/,
  'output-tokens': /^the number of output tokens is unknown$/,
  'request-tokens': /^the number of tokens of (\d+) requests is unknown$/,
  'no-request-ended': /^no request (?:ended|completed) in this span$/,
  'no-request': /^no request (?:ended|was measured)$/,
  'no-window': /^no measurement window$/,
  'no-nvml': /^the NVIDIA driver's library (\S+) cannot be loaded$/,
  'no-smi': /^nvidia-smi(?:: it is not installed| was not found)$/,
  'no-driver': /^(?:no NVIDIA driver|the NVIDIA driver is not loaded)$/,
  'no-amd': /^no GPU of AMD in (\S+)$/,
  'no-gpu-watched': /^no GPU was (?:watched|sampled)$/,
  'gpu-silent': /^the GPU does not tell$/,
  'no-socket': /^there is no such socket$/,
  'not-allowed': /^not allowed to read it$/,
  'gpus-not-asked': /^the host that sends the load was not asked for GPUs$/,
  'agent-gpus': /^the agent on the GPU host does that$/,
  'agent-container': /^only the agent asks for a container engine$/,
  'agent-limits': /^only the agent looks for limits of the control group$/,
  'folder-revision': /^a folder of its own has no revision$/,
  'no-weights': /^the weights: no such file$/,
  'no-file': /^no such file$/,
  'model-not-cached': /^the model is not in the cache$/,
  'memory-not-watched': /^the memory of this server was not watched$/,
  'server-already-ran': /^the server (?:was already running|already ran)$/,
  'no-processes': /^before it starts a server has no processes on the host$/,
  'no-sample': /^no sample lies in this span$/,
  'phase-not-sampled': /^the phase (\w+) was not sampled$/,
  interrupted: /^interrupted(?:; what was measured until then is in the result)?$/,
  'target-stopped': /^the target (.+?) stopped answering(?:: .*)?$/,
  'over-saturated': /^over-saturated: the queue only grew, so the level was stopped early$/,
  skipped: /^skipped: whoever watched the run ended the stage early$/,
  'not-asked': /^(?:not asked for|it was not asked for)$/,
  'results-differ': /^the results differ: (.+)$/,
} as const;
export type ReasonCode = keyof typeof patterns;
export const reasonCodes = Object.keys(patterns) as readonly ReasonCode[];

/** What a language says for each code; the captures of its pattern come in their order. */
export type ReasonWords = Record<ReasonCode, (...captures: readonly string[]) => string>;

/** A reason in a language, part by part; a part that is not known stays as the tool wrote it. */
export function reasonText(reason: string, words: ReasonWords, separator: string): string {
  return reason
    .split(/; |: (?=the document )/)
    .map((part) => partText(part, words))
    .join(separator);
}

function partText(part: string, words: ReasonWords): string {
  for (const code of reasonCodes) {
    const match = patterns[code].exec(part);
    if (match !== null) return words[code](...match.slice(1));
  }
  return part;
}
