import { createFormats } from '../formats.ts';
import type { ScoreWords } from '../score-words.ts';
import { englishList } from './phrases.ts';

const formats = createFormats('en');

/** A use inside a sentence: only an abbreviation keeps its capitals. */
const inSentence = (use: string): string =>
  /^[A-Z]{2}/.test(use) ? use : use.charAt(0).toLowerCase() + use.slice(1);

/** The conclusion and its scorecard in English. */
export const englishScores: ScoreWords = {
  heading: 'Conclusion',
  suitsHeading: 'Who each target suits',
  suits: (target, uses) => `${target} suits ${englishList(uses.map(inSentence))}.`,
  suitsNothing: (target) => `No use was decided for ${target}.`,
  open: (uses, outcome) =>
    `${englishList(uses.map((use, index) => (index === 0 ? use : inSentence(use))))}: ${outcome}.`,
  oneTarget: 'Only one target was measured, so none is chosen over another.',
  scorecardHeading: 'Scorecard',
  scorecardIntro:
    'A category has the fewest stars of its parts. Speeds are shares of the best target and of what the hardware allows; no number of tok/s is good or bad by itself. What was not measured has no stars.',
  categoryColumn: 'Category',
  category: {
    'single-user-speed': 'Single-user speed',
    concurrency: 'Concurrency',
    memory: 'Memory',
    stability: 'Stability',
    'ease-of-set-up': 'Ease of set-up',
    compatibility: 'Compatibility',
  },
  noStars: 'no stars',
  reason: {
    'not-measured': 'not measured',
    'one-target': 'one target, nothing to compare with',
    'not-steady': 'a single-user figure is no steady state',
    simulated: 'simulated',
    'not-started-here': 'how it was started is not known',
  },
  part: {
    'single-user-of-best': (value) => `${value} of the best target`,
    'single-user-of-limit': (value) => `${value} of the physical limit`,
    'concurrency-of-best': (value) => `${value} of the best target`,
    'concurrency-of-limit': (value) => `${value} of the physical limit`,
    'memory-of-least': (value) => `the leanest needs ${value} of it`,
    'error-share': (value) => `errors ${value}`,
    variation: (value) => `variation ${value}`,
    stall: (value) => `longest stall ${value} gaps`,
    deaths: (value) => `failed stages ${value}`,
    'start-up-of-fastest': (value) => `the fastest starts in ${value} of its time`,
    workarounds: (value) => `workarounds ${value}`,
    'failures-before-ready': (value) => `failed starts ${value}`,
    'known-problems': (value) => `known problems ${value}`,
  },
  partName: {
    'single-user-of-best': 'share of the best',
    'single-user-of-limit': 'share of the physical limit',
    'concurrency-of-best': 'share of the best',
    'concurrency-of-limit': 'share of the physical limit',
    'memory-of-least': 'share of the least',
    'error-share': 'errors',
    variation: 'variation',
    stall: 'stalls',
    deaths: 'failed stages',
    'start-up-of-fastest': 'start-up',
    workarounds: 'workarounds',
    'failures-before-ready': 'failed starts',
    'known-problems': 'known problems',
  },
  leads: {
    'single-user-of-best': 'none is faster',
    'concurrency-of-best': 'none produces more',
    'memory-of-least': 'none needs less',
    'start-up-of-fastest': 'none starts faster',
  },
  missing: (parts) => `not measured: ${englishList(parts)}`,
  rulesSummary: 'The rules behind the stars',
  rulesIntro: 'A part has the stars of the first limit that its value keeps, and one star beyond the last.',
  partColumn: 'Part',
  formulaColumn: 'Formula',
  formula: {
    'single-user-of-best':
      'speed of one user / that of the fastest target; 100 % where the difference is not significant',
    'single-user-of-limit': 'decode tok/s of one user / the physical limit (MBU)',
    'concurrency-of-best':
      'output throughput at the heaviest usable level / that of the best target; 100 % where the difference is not significant',
    'concurrency-of-limit': 'decode tok/s of the most users / the physical limit',
    'memory-of-least': 'peak memory of the leanest target / own',
    'error-share': 'failed / (completed + failed), over all stages',
    variation: 'largest coefficient of variation of a level over its repeats',
    stall: 'worst p99 of the longest gap of a request / median gap of the same stage',
    deaths: 'stages that failed',
    'start-up-of-fastest': 'start-up time of the fastest target / own',
    workarounds: 'arguments that work around something, or switch off a default',
    'failures-before-ready': 'times that the server did not start',
    'known-problems': 'known problems that concern the target or its host',
  },
  stars: (count) => `${formats.count(count)} ${count === 1 ? 'star' : 'stars'}`,
  atLeast: (value) => `≥ ${value}`,
  atMost: (value) => `≤ ${value}`,
  everythingElse: 'else',
  unmeasuredHeading: 'What was not measured',
  unmeasuredNone: 'Nothing that this report could have shown is missing.',
  unmeasured: {
    repeats: 'How much figures vary from run to run: each level ran once.',
    rates: 'Waiting under arrivals at a rate: only closed loops were run.',
    languages: 'Languages: no suite asked for several.',
    quality: 'The quality of the answers.',
    'long-prompts': 'Long prompts: no suite varied their length.',
    capacity: 'The capacity for an objective: nothing was searched for.',
    'server-metrics': "The servers' own metrics (queue, KV cache, prefix cache).",
    memory: 'Memory of the servers or of a GPU.',
    'physical-limit': 'The share of the physical limit: model shape or accelerator is not known.',
    client: 'The health of the client that sent the load.',
  },
  unmeasuredScore: (category, targets, reason) => `${category} of ${englishList(targets)}: ${reason}.`,
};
