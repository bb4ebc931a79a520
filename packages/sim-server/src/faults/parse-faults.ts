import { SimulatorUsageError } from '../simulator-usage-error.ts';
import type { SimulatedFault } from './fault.ts';

/** How a fault is written and what it means. `make` answers null for a value that it cannot take. */
interface FaultForm {
  readonly usage: string;
  readonly make: (value: string) => SimulatedFault | null;
}

const tokenDefault = 3;

/** Every fault by its name, as written on the command line (`--fault`) and in the header `x-sim-fault`. */
export const faultForms: Readonly<Record<string, FaultForm>> = {
  stall: {
    usage: 'stall=MILLISECONDS[@TOKEN]',
    make: (value) => {
      const [milliseconds, atToken] = value.split('@');
      return withNumbers([milliseconds, atToken ?? String(tokenDefault)], ([first, second]) => ({
        kind: 'stall',
        milliseconds: first,
        atToken: second,
      }));
    },
  },
  reset: atToken('reset', (token) => ({ kind: 'reset', atToken: token })),
  close: atToken('close', (token) => ({ kind: 'close', atToken: token })),
  'error-in-stream': atToken('error-in-stream', (token) => ({ kind: 'error-in-stream', atToken: token })),
  'slow-start': number('slow-start=MILLISECONDS', (milliseconds) => ({ kind: 'slow-start', milliseconds })),
  'http-401': plain('http-401', { kind: 'http', status: 401 }),
  'http-404': plain('http-404', { kind: 'http', status: 404 }),
  'http-422': plain('http-422', { kind: 'http', status: 422 }),
  'http-429': plain('http-429', { kind: 'http', status: 429 }),
  'http-500': plain('http-500', { kind: 'http', status: 500 }),
  'http-503': plain('http-503', { kind: 'http', status: 503 }),
  html: plain('html', { kind: 'html' }),
  'empty-stream': plain('empty-stream', { kind: 'empty-stream' }),
  'wrong-usage': plain('wrong-usage', { kind: 'wrong-usage' }),
  'no-usage': plain('no-usage', { kind: 'no-usage' }),
  'half-character': plain('half-character', { kind: 'half-character' }),
  'never-answer': plain('never-answer', { kind: 'never-answer' }),
  crlf: plain('crlf', { kind: 'line-end', lineEnd: 'crlf' }),
  cr: plain('cr', { kind: 'line-end', lineEnd: 'cr' }),
  'no-space': plain('no-space', { kind: 'no-space' }),
  comments: plain('comments', { kind: 'comments' }),
  coalesce: number('coalesce=EVENTS', (events) => ({ kind: 'coalesce', events: Math.max(1, events) }), '3'),
  split: number('split=BYTES', (bytes) => ({ kind: 'split', bytes: Math.max(1, bytes) }), '7'),
  'no-done': plain('no-done', { kind: 'no-done' }),
  'keep-open-after-done': plain('keep-open-after-done', { kind: 'keep-open-after-done' }),
  gzip: plain('gzip', { kind: 'gzip' }),
  'close-delimited': plain('close-delimited', { kind: 'close-delimited' }),
  'die-after': number('die-after=REQUESTS', (requests) => ({ kind: 'die-after', requests })),
};

/**
 * Parses faults from a text: `NAME[=value]`, several separated by commas.
 * Throws {@link SimulatorUsageError} with every problem at once.
 */
export function parseFaults(text: string): SimulatedFault[] {
  const faults: SimulatedFault[] = [];
  const problems: string[] = [];
  for (const part of text.split(',')) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const equals = trimmed.indexOf('=');
    const name = equals < 0 ? trimmed : trimmed.slice(0, equals);
    const form = Object.hasOwn(faultForms, name) ? faultForms[name] : undefined;
    if (form === undefined) {
      problems.push(`unknown fault "${name}"; known: ${Object.keys(faultForms).join(', ')}`);
      continue;
    }
    const fault = form.make(equals < 0 ? '' : trimmed.slice(equals + 1));
    if (fault === null) problems.push(`fault "${trimmed}" is not of the form ${form.usage}`);
    else faults.push(fault);
  }
  if (problems.length > 0) throw new SimulatorUsageError(problems);
  return faults;
}

function plain(name: string, fault: SimulatedFault): FaultForm {
  return { usage: name, make: (value) => (value === '' ? fault : null) };
}

function number(usage: string, make: (value: number) => SimulatedFault, fallback = ''): FaultForm {
  return {
    usage: fallback === '' ? usage : `${usage.replace('=', '[=')}]`,
    make: (value) => withNumbers([value === '' ? fallback : value], ([first]) => make(first)),
  };
}

function atToken(name: string, make: (token: number) => SimulatedFault): FaultForm {
  return number(`${name}=TOKENS`, make, String(tokenDefault));
}

function withNumbers(
  texts: readonly (string | undefined)[],
  make: (values: [number, number]) => SimulatedFault,
): SimulatedFault | null {
  const values = texts.map((text) => (text === undefined || text === '' ? Number.NaN : Number(text)));
  if (values.some((value) => !Number.isInteger(value) || value < 0)) return null;
  return make([values[0] ?? 0, values[1] ?? 0]);
}
