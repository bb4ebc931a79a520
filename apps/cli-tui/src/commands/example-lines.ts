const prompt = '  $ ';
const continued = '      ';

/**
 * An example as lines that no terminal breaks: a shell reads them as one, since all but the last end in a backslash. A
 * flag stays beside its value, and what is in quotes stays whole.
 */
export function exampleLines(example: string, columns: number): string {
  if (prompt.length + example.length <= columns) return `${prompt}${example}`;
  const lines: string[] = [];
  let line = prompt.trimEnd();
  for (const part of shellParts(example)) {
    if (line.length + 1 + part.length + 2 > columns && line.trim() !== '$') {
      lines.push(`${line} \\`);
      line = `${continued}${part}`;
    } else line = `${line} ${part}`;
  }
  return [...lines, line].join('\n');
}

/** The words of a line, each flag with the word behind it. */
function shellParts(example: string): readonly string[] {
  const parts: string[] = [];
  for (const word of example.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []) {
    const last = parts.at(-1) ?? '';
    const isValue = /^--[\w-]+$/.test(last) && !word.startsWith('-') && !/^[|>#]/.test(word);
    if (isValue) parts.splice(-1, 1, `${last} ${word}`);
    else parts.push(word);
  }
  return parts;
}
