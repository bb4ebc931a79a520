import { z } from 'zod';

/** The keys that the schema knows for the object at a path of the value; empty where it is no object. */
export function knownKeysAt(
  schema: unknown,
  value: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const plain = withoutWrappers(schema, value);
  const [step, ...rest] = path;
  if (step === undefined) return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
  const inner = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  if (plain instanceof z.ZodObject) return knownKeysAt(plain.shape[String(step)], inner, rest);
  if (plain instanceof z.ZodArray) return knownKeysAt(plain.element, inner, rest);
  return [];
}

/** Takes off `optional` and `default`, and picks the option of a union by the value's `kind`. */
function withoutWrappers(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return withoutWrappers(schema.unwrap(), value);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kind = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined;
  return schema.options.find((option) => {
    return option instanceof z.ZodObject && z.safeParse(option.shape['kind'], kind).success;
  });
}
