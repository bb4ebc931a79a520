import type { PlanProblemWords, PlanValueKind } from '../words/error-words.ts';

const meant = String.raw`(?:; did you mean (?<nearest>[^?]+)\?)?`;

/** What the plan's reader says of a place, in the order in which it is tried. */
const patterns = {
  unknownKey: new RegExp(`^unknown key${meant}$`),
  missing: /^is missing \((?<expected>.+)\)$/,
  wrongChoice: new RegExp(`^must be one of (?<choices>.+), not (?<found>.+?)${meant}$`, 's'),
  tooSmall: /^must be at least (?<least>\S+), not (?<found>.+)$/s,
  wrong: /^must be (?<expected>a .+|true or false), not (?<found>.+)$/s,
  empty: /^must not be empty$/,
} as const;

/**
 * A problem of a plan, `FILE:LINE: path: what is wrong`, with its last part in a language. What is not known stays as the
 * plan's reader wrote it.
 */
export function planProblemText(problem: string, words: PlanProblemWords): string {
  const parts = /^(?<place>.*?:\d+: (?:the plan|[\w.[\]-]+): )(?<text>.*)$/s.exec(problem)?.groups;
  if (parts === undefined) return problem;
  const { place = '', text = '' } = parts;
  return `${place}${saidOf(text, words) ?? text}`;
}

function saidOf(text: string, words: PlanProblemWords): string | null {
  const groups = (name: keyof typeof patterns): Readonly<Record<string, string | undefined>> | null => {
    const match = patterns[name].exec(text);
    return match === null ? null : (match.groups ?? {});
  };
  const unknown = groups('unknownKey');
  if (unknown !== null) return words.unknownKey(unknown['nearest'] ?? null);
  const missing = groups('missing');
  if (missing !== null) return words.missing(kindText(missing['expected'] ?? '', words));
  const choice = groups('wrongChoice');
  if (choice !== null)
    return words.wrongChoice(choice['choices'] ?? '', choice['found'] ?? '', choice['nearest'] ?? null);
  const small = groups('tooSmall');
  if (small !== null) return words.tooSmall(small['least'] ?? '', small['found'] ?? '');
  const wrong = groups('wrong');
  if (wrong !== null && isKind(wrong['expected'] ?? '', words))
    return words.wrong(kindText(wrong['expected'] ?? '', words), kindText(wrong['found'] ?? '', words));
  return patterns.empty.test(text) ? words.empty : null;
}

/** `one of a, b` and other texts are names, the same in every language. */
const kindText = (kind: string, words: PlanProblemWords): string =>
  isKind(kind, words) ? words.kinds[kind] : kind.replace(/^one of /, '');

const isKind = (text: string, { kinds }: PlanProblemWords): text is PlanValueKind =>
  Object.hasOwn(kinds, text);
