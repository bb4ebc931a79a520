import { withoutRemark } from './plain-text.ts';

/** What a unit measures. The base units: tok/s, req/s, microseconds, bytes, a share of 1, a plain number. */
export type Dimension = 'token-rate' | 'request-rate' | 'time' | 'memory' | 'share' | 'number';

/** A quantity in the base unit of its dimension. */
export type Quantity = { readonly dimension: Dimension; readonly value: number };

type Unit = { readonly dimension: Dimension; readonly factor: number };

const spellings: readonly (readonly [spellings: readonly string[], dimension: Dimension, factor: number])[] =
  [
    [
      ['tok/s', 'toks/s', 'token/s', 'tokens/s', 't/s', 'tps', '토큰/s', '토큰/초', 'token/秒'],
      'token-rate',
      1,
    ],
    [['req/s', 'requests/s', 'request/s', 'rps', '요청/초', '请求/秒'], 'request-rate', 1],
    [['us', 'µs', 'μs'], 'time', 1],
    [['ms', '밀리초', '毫秒'], 'time', 1e3],
    [['s', 'sec', 'secs', 'second', 'seconds', '초', '秒'], 'time', 1e6],
    [['min', 'minutes', '분', '分'], 'time', 60e6],
    [['b', 'bytes'], 'memory', 1],
    [['mb'], 'memory', 1e6],
    [['gb'], 'memory', 1e9],
    [['tb'], 'memory', 1e12],
    [['mib'], 'memory', 2 ** 20],
    [['gib'], 'memory', 2 ** 30],
    [['tib'], 'memory', 2 ** 40],
    [['%'], 'share', 0.01],
  ];
const units: ReadonlyMap<string, Unit> = new Map(
  spellings.flatMap(([names, dimension, factor]) => names.map((name) => [name, { dimension, factor }])),
);

/** The unit of a spelling, in any case; `null` for one that is not known. */
export const unitOf = (spelling: string): Unit | null => units.get(spelling.trim().toLowerCase()) ?? null;

/** What a cell says: a quantity, that it is unknown (a dash, `N/A`, nothing), or words that are no quantity. */
export type CellContent =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A number with thousands in groups of three (`1,185.61`), or without; a point before the decimals. */
const number = /^[~≈]?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/iu;

/**
 * Reads a cell such as `39.91s`, `31.20 GB`, `1,185.61` or `80.84 tok/s`. The unit beside the number counts; without one
 * `defaultUnit`, the unit of the table, does. A remark in parentheses at the end is passed over.
 */
export function readQuantity(cell: string, defaultUnit: string | null): CellContent {
  const { text } = withoutRemark(cell);
  if (/^(?:|[-–—?]|n\/?a|none|null|nan|-{2,})$/iu.test(text)) return { kind: 'unknown' };
  const [, digits, written] = number.exec(text) ?? [];
  if (digits === undefined) return { kind: 'unreadable', why: `"${cell}" is not a number with a unit` };
  const value = Number(digits.replaceAll(',', ''));
  const spelling = written === undefined || written === '' ? (defaultUnit ?? '') : written;
  if (spelling === '') return { kind: 'quantity', quantity: { dimension: 'number', value } };
  const unit = unitOf(spelling);
  if (unit === null) return { kind: 'unreadable', why: `"${spelling}" in "${cell}" is not a known unit` };
  const amount = value * unit.factor;
  const { dimension } = unit;
  return {
    kind: 'quantity',
    quantity: { dimension, value: dimension === 'memory' ? Math.round(amount) : rounded(amount) },
  };
}

/** 39.91 s are 39,910,000 us, not 39,909,999.999 us. */
const rounded = (value: number): number => Number(value.toPrecision(12));
