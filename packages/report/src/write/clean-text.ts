/**
 * Characters that do something instead of being seen: C0 and C1 controls (escape sequences begin with one), the marks that
 * turn the direction of text around, and lone surrogates. A tab and a newline are handled by their callers.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u061c]|\p{Surrogate}/gu;

/** Text of one line: control characters become U+FFFD, so that they are seen and do nothing; newlines and tabs a space. */
export function cleanLine(text: string): string {
  return text.replace(/\r\n|[\r\n\t\u2028\u2029]/g, ' ').replace(unseen, '\ufffd');
}

/** Text of several lines, as in an answer of a model; only newlines and tabs are kept of what cannot be seen. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unseen, '\ufffd');
}
