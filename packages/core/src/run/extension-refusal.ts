import { plainOpenAi } from '../transport/dialects/dialect.ts';
import type { DiscoveredTarget } from './discover-target.ts';
import type { StageOutcome } from './load-worker-protocol.ts';

const extensionNames =
  /ignore_eos|min_tokens|min_new_tokens|max_tokens|max_completion_tokens|continuous_usage|stream_options|unrecognized|unknown (field|argument|parameter)|extra (fields|inputs)|not permitted/i;

/** Whether the server refused every request of a stage for a field that plain OpenAI does not know. */
export function refusesExtensions(target: DiscoveredTarget, outcome: StageOutcome): boolean {
  if (target.access.extensions === plainOpenAi) return false;
  const [error] = outcome.measurement.errors;
  const refused = error?.class === 'http-status' && (error.detail === '400' || error.detail === '422');
  return refused && outcome.measurement.counts.completed === 0 && extensionNames.test(error.sample);
}

/** The same target, asked without those fields; its notes say so. */
export function withPlainBody(target: DiscoveredTarget, outcome: StageOutcome): DiscoveredTarget {
  const said = (outcome.measurement.errors[0]?.sample ?? '').slice(0, 120);
  const note = `the server refuses the fields for exact lengths and continuous usage (${said}); sent without them`;
  return {
    ...target,
    target: { ...target.target, notes: [...target.target.notes, note] },
    access: { ...target.access, extensions: plainOpenAi },
  };
}
