import { StringDecoder } from 'node:string_decoder';

/** Cuts bytes into lines, wherever reads begin and end. */
export type LineSplitter = {
  readonly push: (bytes: Uint8Array) => void;
  /** Hands on what stands after the last line end. */
  readonly flush: () => void;
};

/**
 * `longest` bounds the characters of a line that has no end yet; longer ones are handed on in pieces. Of a line that a
 * carriage return writes over, as progress bars do, only the last text counts, as on a terminal.
 */
export function createLineSplitter(line: (text: string) => void, longest: number): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): void => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const complete of lines) line(visible(complete));
    // A carriage return at the very end may belong to a line end that is still to come.
    const overwritten = rest.lastIndexOf('\r', rest.length - 2);
    if (overwritten >= 0) rest = rest.slice(overwritten + 1);
    while (rest.length > longest) {
      line(rest.slice(0, longest));
      rest = rest.slice(longest);
    }
  };
  return {
    push: (bytes) => take(decoder.write(bytes)),
    flush: () => {
      take(decoder.end());
      if (rest !== '') line(visible(rest));
      rest = '';
    },
  };
}

function visible(text: string): string {
  const withoutEnd = text.replace(/\r+$/, '');
  return withoutEnd.slice(withoutEnd.lastIndexOf('\r') + 1);
}
