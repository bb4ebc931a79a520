/**
 * Remembers made texts by their number, the latest used ones up to a total of characters, so that texts that many
 * requests share are made once and a trace of millions of them does not fill the memory.
 */
export function rememberTexts(
  make: (key: number) => string,
  limitCharacters: number,
): (key: number) => string {
  const known = new Map<number, string>();
  let characters = 0;
  return (key) => {
    const found = known.get(key);
    const text = found ?? make(key);
    // A Map keeps the order of insertion: put in again, the key is the youngest.
    if (found === undefined) characters += text.length;
    else known.delete(key);
    known.set(key, text);
    for (const [oldest, { length }] of known) {
      if (characters <= limitCharacters || oldest === key) break;
      known.delete(oldest);
      characters -= length;
    }
    return text;
  };
}
