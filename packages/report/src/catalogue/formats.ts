/** How the numbers of one language are written. Unknown never comes here: it is a word, not a number. */
export type Formats = {
  readonly count: (value: number) => string;
  /** Tokens per second without the unit, for tables whose header names it: three significant digits at least. */
  readonly rateNumber: (value: number) => string;
  /** Tokens per second with the unit. */
  readonly rate: (value: number) => string;
  /** Tokens per second for a sentence that is read in passing: whole from ten on. */
  readonly briefRate: (value: number) => string;
  readonly briefRateNumber: (value: number) => string;
  /** Requests per second without the unit. */
  readonly requests: (value: number) => string;
  /** A duration given in microseconds, in ms below one second, else in s, three significant digits. */
  readonly duration: (micros: number) => string;
  /** The same for a sentence that is read in passing: two significant digits. */
  readonly briefDuration: (micros: number) => string;
  readonly seconds: (value: number) => string;
  /** A ratio: 10.6. */
  readonly ratio: (value: number) => string;
  /** A share of 1 as a percentage. */
  readonly share: (value: number) => string;
  readonly bytes: (value: number) => string;
  /** The name of a language by its ISO 639 code; the code itself where there is no name. */
  readonly languageName: (code: string) => string;
  /** An instant (ISO 8601) as date and time in UTC. */
  readonly instant: (iso: string) => string;
};

/** The number formats of a locale, by Intl. */
export function createFormats(locale: string): Formats {
  const decimals = (digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [whole, one, two] = [decimals(0), decimals(1), decimals(2)];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const instants = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' });
  const threeDigits = (value: number): string =>
    Math.abs(value) >= 100
      ? whole.format(value)
      : Math.abs(value) >= 10
        ? one.format(value)
        : two.format(value);
  const brief = (value: number): string => (value >= 10 ? whole : one).format(value);
  return {
    count: (value) => whole.format(value),
    rateNumber: threeDigits,
    rate: (value) => `${threeDigits(value)} tok/s`,
    briefRate: (value) => `${brief(value)} tok/s`,
    briefRateNumber: brief,
    requests: (value) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value),
    duration: (micros) => formatDuration(micros, { whole, one, two }),
    briefDuration: (micros) =>
      micros >= 1_000_000 ? `${brief(micros / 1_000_000)} s` : `${brief(micros / 1000)} ms`,
    seconds: (value) => `${threeDigits(value)} s`,
    ratio: (value) => (value >= 100 ? whole : value >= 1.995 ? one : two).format(value),
    share: (value) => percent.format(value),
    bytes: (value) => `${(value >= 1e10 ? one : two).format(value / 1e9)} GB`,
    languageName: (code) => (/^[a-z]{2,3}$/i.test(code) ? (languageNames.of(code) ?? code) : code),
    instant: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : `${instants.format(new Date(iso))} UTC`),
  };
}

type Decimals = {
  readonly whole: Intl.NumberFormat;
  readonly one: Intl.NumberFormat;
  readonly two: Intl.NumberFormat;
};

function formatDuration(micros: number, { whole, one, two }: Decimals): string {
  const [value, unit] = micros >= 1_000_000 ? [micros / 1_000_000, 's'] : [micros / 1000, 'ms'];
  return `${(value >= 100 ? whole : value >= 10 ? one : two).format(value)} ${unit}`;
}
