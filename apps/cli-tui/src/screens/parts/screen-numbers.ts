import type { MessageLanguage } from '../../words/message-language.ts';

/** Figures for screens, in a person's language; `null` is a dash, never 0. */
export type ScreenNumbers = {
  /** `1,234` */
  count(value: number | null): string;
  /** Per second, without its unit: `1,234`, `45.6`, `3.21`. */
  rate(value: number | null): string;
  /** Microseconds with the unit that suits: `430 us`, `12.3 ms`, `1.23 s`. */
  time(micros: number | null): string;
  /** `12.4 GB` */
  bytes(value: number | null): string;
  /** A share of 0 to 1: `7.5 %`, `98 %`. */
  percent(share: number | null): string;
  /** Seconds as a clock: `0:07`, `12:05`, `1:02:05`. */
  clock(seconds: number | null): string;
  /** Seconds in words: `45s`, `4m 5s`, `4분 5초`. */
  duration(seconds: number | null): string;
};

const dash = '-';
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** The figures of a language. */
export function screenNumbers(language: MessageLanguage): ScreenNumbers {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const three = new Intl.NumberFormat(language, {
    maximumSignificantDigits: 3,
    minimumSignificantDigits: 3,
  });
  const sensible = (value: number): string =>
    (Math.abs(value) < 99.95 && value !== 0 ? three : whole).format(value);
  const unit = (name: 'hour' | 'minute' | 'second'): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' });
  const [hour, minute, second] = [unit('hour'), unit('minute'), unit('second')];
  const known =
    (write: (value: number) => string) =>
    (value: number | null): string =>
      value === null || !Number.isFinite(value) ? dash : write(value);
  return {
    count: known((value) => whole.format(value)),
    rate: known(sensible),
    time: known((micros) => {
      if (micros < 1000) return `${whole.format(micros)} us`;
      return micros < 999_500 ? `${sensible(micros / 1000)} ms` : `${sensible(micros / 1e6)} s`;
    }),
    bytes: known((value) => {
      const place = Math.min(
        byteUnits.length - 1,
        Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)),
      );
      return `${place === 0 ? whole.format(value) : sensible(value / 1000 ** place)} ${byteUnits[place]}`;
    }),
    percent: known(
      (share) =>
        `${share === 0 || share >= 0.0995 ? whole.format(share * 100) : percentBelowTen(share, language)} %`,
    ),
    clock: known(clock),
    duration: known((seconds) => {
      const all = Math.max(0, Math.round(seconds));
      if (all >= 3600)
        return `${hour.format(Math.floor(all / 3600))} ${minute.format(Math.floor((all % 3600) / 60))}`;
      return all >= 60
        ? `${minute.format(Math.floor(all / 60))} ${second.format(all % 60)}`
        : second.format(all);
    }),
  };
}

const percentBelowTen = (share: number, language: MessageLanguage): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(share * 100);

function clock(seconds: number): string {
  const all = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
