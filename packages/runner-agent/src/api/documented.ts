import { apiErrorSchema } from './api-error.ts';

const anyError = {
  description: 'An error: its code, a sentence, and what to do next.',
  content: { 'application/json': { schema: apiErrorSchema } },
};

/**
 * Responses with the error that every route may answer. It is in the document alone, not in the type: a handler throws,
 * and the client throws what came.
 */
export function documented<Responses extends object>(responses: Responses): Responses {
  return { ...responses, default: anyError };
}

/** A response of JSON. */
export const json = <Schema>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A response of another kind. */
export const body = <Type extends string, Schema>(description: string, type: Type, schema: Schema) => ({
  description,
  content: { [type]: { schema } } as Record<Type, { readonly schema: Schema }>,
});
