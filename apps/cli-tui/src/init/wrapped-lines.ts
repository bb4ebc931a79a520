import { displayWidth, wrapToWidth } from '@kneepoint/report';

/** A text in lines of at most so many columns; a continuation stands below its line, or below the text behind a number. */
export function wrappedLines(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => (displayWidth(line) <= columns ? [line] : wrappedLine(line, columns)))
    .join('\n');
}

function wrappedLine(line: string, columns: number): readonly string[] {
  const start = /^ *(?:\d{1,3} {2})?/.exec(line)?.[0] ?? '';
  const hanging = start.trim() === '' && start !== '' ? `${start}  ` : ' '.repeat(start.length);
  return wrapToWidth(line.slice(start.length), columns - hanging.length).map(
    (part, index) => `${index === 0 ? start : hanging}${part}`,
  );
}
