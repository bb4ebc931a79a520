import type { LogLine } from './log-buffer.ts';

/** How servers, Python and the kernel write that something went wrong. */
const patterns: readonly RegExp[] = [
  /\b(?:error|fatal|critical|panic)\b/i,
  /\b\w+(?:Error|Exception)\b/,
  /^Traceback \(most recent call last\)/,
  /\bout of memory\b|\bOOM\b|\bno space left\b/i,
  /\bno kernel image\b|\bnot compatible\b|\bunsupported\b/i,
  /\baddress already in use\b|\bpermission denied\b|\bno such file\b/i,
  /\bsegmentation fault\b|\bcore dumped\b|\baborted\b/i,
  /\b(?:cannot|failed to|unable to|could not)\b/i,
  /\bunrecognized arguments?\b|\binvalid choice\b/i,
];

/** Whether a line looks like trouble. */
export const isErrorLine = (text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** The last lines that look like trouble, at most so many, in their order. */
export function errorLines(lines: readonly LogLine[], most: number): readonly LogLine[] {
  return lines.filter(({ text }) => isErrorLine(text)).slice(-most);
}
