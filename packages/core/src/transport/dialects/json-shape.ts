/** Guards over parsed JSON of a server: anything may be missing or of another type. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt = (object: JsonObject, key: string): JsonObject | null => {
  const value = object[key];
  return isObject(value) ? value : null;
};

export const textAt = (object: JsonObject, key: string): string => {
  const value = object[key];
  return typeof value === 'string' ? value : '';
};

/** A non-negative whole number, or -1. */
export const countAt = (object: JsonObject | null, key: string): number => {
  const value = object?.[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
};

/** The message of a server's error in any of the shapes that servers use, or `null` when the event is no error. */
export function errorMessageOf(event: JsonObject): string | null {
  const error = event['error'];
  if (typeof error === 'string' && error !== '') return error;
  if (isObject(error)) return textAt(error, 'message') || JSON.stringify(error).slice(0, 300);
  if (event['object'] === 'error') return textAt(event, 'message') || 'error';
  return null;
}

/** A text that consists only of replacement characters is an unfinished character: tokens, but nothing to see. */
export const isVisible = (text: string): boolean => text !== '' && !/^\uFFFD+$/.test(text);

/** The text as a JSON object; `null` when it is not JSON or no object. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
