/** Text that a server may have written, for a terminal: nothing in it can move the cursor, colour or reorder what is there. */
export const terminalText = (text: string): string =>
  text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, ' ');
