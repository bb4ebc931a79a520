/**
 * Flags of which one decides something, each with those that have a meaning only beside it. Where one of them is given, a
 * weaker source's other ones are set aside: a config's `users` do not stand in the way of a `--rate` that is typed.
 */
export type ExclusiveFlags = Readonly<Record<string, readonly string[]>>;

const ofArrivals = ['maxInFlight', 'atCap', 'earlyStop'] as const;

/** Every such choice, and which flag stands for it where none is given (`null`: none does). */
export const exclusiveFlags: readonly { readonly usual: string | null; readonly flags: ExclusiveFlags }[] = [
  {
    usual: 'users',
    flags: {
      users: ['thinkTime'],
      rate: ['arrivals', 'burstiness', ...ofArrivals],
      ramp: ofArrivals,
      steps: ofArrivals,
      trace: ['traceFormat', 'timeScale', 'traceArrivalsOnly', ...ofArrivals],
      atOnce: ofArrivals,
    },
  },
  { usual: null, flags: { duration: [], requests: [] } },
  {
    usual: null,
    flags: {
      prompt: [],
      dataset: ['datasetFormat', 'multiTurn'],
      turns: ['followUpTokens', 'sharedPrefix'],
      class: [],
    },
  },
  { usual: null, flags: { ca: [], insecure: [] } },
];

/** A value that some source gives a flag; the smaller the rank, the stronger the source. */
export type RankedValue = { readonly key: string; readonly rank: number };

/**
 * The values that stay when the stronger ones have decided. Two of the same source stay both, for the command to refuse;
 * so does everything that is typed (rank 0).
 */
export function withoutExcluded<Value extends RankedValue>(
  values: readonly Value[],
  known: readonly string[],
): readonly Value[] {
  return exclusiveFlags.reduce<readonly Value[]>((left, choice) => {
    // Without a choice of two, the flags mean something else: --users of an import is no load.
    if (Object.keys(choice.flags).filter((key) => known.includes(key)).length < 2) return left;
    return withoutLosers(left, choice);
  }, values);
}

function withoutLosers<Value extends RankedValue>(
  values: readonly Value[],
  { usual, flags }: (typeof exclusiveFlags)[number],
): readonly Value[] {
  const members = values.filter(({ key }) => Object.hasOwn(flags, key));
  const best = Math.min(...members.map(({ rank }) => rank));
  const winners = members.filter(({ rank }) => rank === best).map(({ key }) => key);
  const chosen = winners.length > 0 ? winners : usual === null ? [] : [usual];
  const attached = Object.values(flags).flat();
  const allowed = chosen.flatMap((key) => flags[key] ?? []);
  return values.filter(({ key, rank }) => {
    if (rank === 0) return true;
    if (Object.hasOwn(flags, key)) return rank === best;
    if (!attached.includes(key) || (chosen.length === 0 && usual === null)) return true;
    return allowed.includes(key);
  });
}
