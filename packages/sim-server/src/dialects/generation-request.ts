/** Routes whose refusals are worded by the simulated engine. */
export type EngineRoute = 'chat' | 'completions' | 'generate';
/** The route that a generation came by. */
export type GenerationRoute =
  | EngineRoute
  | 'responses'
  | 'ollama-chat'
  | 'ollama-generate'
  | 'llama-cpp'
  | 'tgi';

/** What a client asked for, whatever the dialect. */
export interface GenerationRequest {
  readonly route: GenerationRoute;
  readonly model: string;
  /** The prompt as text; token ids are written as words. It decides the answer and its language. */
  readonly promptText: string;
  readonly promptTokens: number;
  readonly blockHashes: readonly number[];
  readonly maxTokens: number;
  readonly minTokens: number;
  readonly ignoreEndOfText: boolean;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  /** Cumulative usage in every event. */
  readonly continuousUsage: boolean;
}

/** Why a request is refused, in the words of the engine that is simulated. */
export interface Rejection {
  readonly kind: 'rejected';
  readonly status: number;
  /** The JSON body; in a stream (`inStream`) the one event before `[DONE]`. */
  readonly body: unknown;
  readonly inStream: boolean;
}

/** A parsed request or its refusal. */
export type Parsed = { readonly kind: 'accepted'; readonly request: GenerationRequest } | Rejection;

/** A refusal with a status and a JSON body. */
export function rejection(status: number, body: unknown): Rejection {
  return { kind: 'rejected', status, body, inStream: false };
}

/** A JSON object's fields, not yet trusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or null. */
export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** The number in a field; null when it is absent or null or not a number. */
export function numberIn(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Parses a JSON body; a syntax error comes back with its position in the body. */
export function parseJsonBody(body: Buffer): { readonly value: unknown } | { readonly errorAt: number } {
  const text = body.toString('utf8');
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return { errorAt: position === undefined ? text.length : Number(position) };
  }
}
