import { z } from 'zod';

/** The keys that the schema knows for the object at a path of the value; empty where it is no object. */
export function knownKeysAt(
  schema: unknown,
  value: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const inner = valueAt(value, path);
  const plain = chosenOption(schemaAt(schema, value, path), inner);
  return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
}

/** The kinds that the union at a path of the value has, by its discriminating key; empty where there is no union. */
export function knownKindsAt(
  schema: unknown,
  value: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const union = schemaAt(schema, value, path);
  if (!(union instanceof z.ZodDiscriminatedUnion)) return [];
  return union.options.flatMap((option) => {
    const plain = withoutWrappers(option);
    const kind = plain instanceof z.ZodObject ? plain.shape['kind'] : undefined;
    return kind instanceof z.ZodLiteral ? [...kind.values].map(String) : [];
  });
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined;
  }, value);
}

function schemaAt(schema: unknown, value: unknown, path: readonly PropertyKey[]): unknown {
  const plain = withoutWrappers(schema);
  const [step, ...rest] = path;
  if (step === undefined) return plain;
  const option = chosenOption(plain, value);
  const inner = valueAt(value, [step]);
  if (option instanceof z.ZodObject) return schemaAt(option.shape[String(step)], inner, rest);
  return option instanceof z.ZodArray ? schemaAt(option.element, inner, rest) : undefined;
}

/** The option of a union by the value's `kind`; any other schema as it is. */
function chosenOption(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kind = valueAt(value, ['kind']);
  return schema.options
    .map(withoutWrappers)
    .find((option) => option instanceof z.ZodObject && z.safeParse(option.shape['kind'], kind).success);
}

/** Takes off `optional`, `default` and what is done to a value after its check. */
function withoutWrappers(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return withoutWrappers(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? withoutWrappers(schema.in) : schema;
}
