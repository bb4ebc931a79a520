import type { BodyRequest } from './dialects/dialect.ts';

/** Stands for the text while the rest of a body is made. No prompt holds these control characters in this order. */
const placeholder = '\u0001\u0002text\u0002\u0001';
const placeholderJson = JSON.stringify(placeholder);

/**
 * Writes request bodies as JSON. The requests of a stage mostly differ in their text alone: the rest is made once and
 * remembered while the length and the system prompt stay the same, so a request costs the escaping of its text.
 */
export class BodyWriter {
  readonly #make: (request: BodyRequest) => Record<string, unknown>;
  #lastTokens = -1;
  #lastSystemText: string | null = null;
  /** What stands around the text; `null` until two requests in a row were alike, or where the text does not stand alone. */
  #around: readonly [string, string] | null = null;
  #tried = false;

  /** @param make the whole body of a request, as the dialect wants it; it may depend on the request alone */
  constructor(make: (request: BodyRequest) => Record<string, unknown>) {
    this.#make = make;
  }

  /** The body of this request: exactly what `JSON.stringify` makes of it. */
  write(request: BodyRequest): string {
    const around = request.history.length === 0 ? this.#aroundText(request) : null;
    if (around === null) return JSON.stringify(this.#make(request));
    return around[0] + JSON.stringify(request.text) + around[1];
  }

  #aroundText(request: BodyRequest): readonly [string, string] | null {
    const { outputTokens, systemText } = request;
    if (outputTokens !== this.#lastTokens || systemText !== this.#lastSystemText) {
      this.#lastTokens = outputTokens;
      this.#lastSystemText = systemText;
      this.#around = null;
      this.#tried = false;
    } else if (!this.#tried) {
      this.#tried = true;
      const parts = JSON.stringify(this.#make({ ...request, text: placeholder })).split(placeholderJson);
      const [before, after] = parts;
      if (before !== undefined && after !== undefined && parts.length === 2) this.#around = [before, after];
    }
    return this.#around;
  }
}
