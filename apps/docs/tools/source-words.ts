import type { PropertyWords } from './property-words.ts';

/** What the properties mean that say where figures come from, and how good answers are. */
export const sourceWords: PropertyWords = {
  'source (measured)': { kind: 'a run of Kneepoint' },
  'source (imported)': {
    kind: "another tool's file, or a person's document",
    format: 'which format the source has',
    toolVersion: 'of the tool that wrote it; null where it does not say',
    files: 'names of the files, without their folders',
    claims: 'statements that the document makes in words',
    commands: 'commands that the document tells its reader to run',
    notes: 'what was left out, or could not be told, and why',
  },
  'source (combined)': {
    kind: 'several results, put together for one report',
    results: 'the results',
  },
  'source.results[]': { id: 'of the result', name: 'of the result', createdAt: 'when its run began' },
  'source.claims[] (winner)': {
    kind: 'one target is said to be better',
    text: 'word for word',
    metric: 'of which metric',
    users: 'users | at which load; null where none is said',
    winner: 'who is said to be better',
    factor: 'times | by how much; null where only a winner is named',
  },
  'source.claims[] (linear-scaling)': {
    kind: 'throughput is said to grow as users do',
    text: 'word for word',
    target: 'of which target',
  },
  'source.claims[] (saturates-after)': {
    kind: 'throughput is said to grow no more',
    text: 'word for word',
    target: 'of which target',
    users: 'users | from where on',
  },
  'source.claims[] (crossover)': {
    kind: 'one target is said to be ahead from some load on',
    text: 'word for word',
    winner: 'who is said to be ahead',
    users: 'users | from where on',
  },
  'source.commands[]': {
    target: 'that it is for; null where it is for none',
    text: 'word for word',
    purpose: 'what it does',
  },
  'failures[].problems[].text': {
    en: 'in English',
    ko: 'in Korean',
    zh: 'in Chinese; null where it is not written yet',
  },
  'knownProblems[]': {
    relation: 'whether a log shows it, facts announce it, or it is common with such servers',
    target: 'whom it concerns; null where it is the host',
    text: 'what it is, why it is, and what helps',
  },
  'knownProblems[].text': {
    en: 'in English',
    ko: 'in Korean',
    zh: 'in Chinese; null where it is not written yet',
  },
  'stages[].quality': {
    verdict: 'of most answers; null where none was judged',
    answers: 'how many answers got which verdict',
    tokens: 'tokens | of all judged answers; null where unknown',
    ratings: 'what a model or a person said',
  },
  'stages[].quality.answers': {
    judged: 'answers | that were looked at',
    good: 'answers | without a complaint',
    doubtful: 'answers | that a person should read',
    bad: 'answers | of no use',
  },
  'stages[].quality.reasons[]': {
    code: 'what was found',
    verdict: 'what it makes of an answer',
    share: '0 to 1 | where the check measures one',
    detail: "a language's code, or the piece that was found",
    answers: 'answers | that have it',
  },
  'stages[].quality.ratings[]': {
    by: 'who rated',
    name: 'of the model or the person',
    rubric: 'what was asked for',
    remark: 'in the words of who rated',
  },
};
