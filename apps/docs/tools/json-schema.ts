import { z } from 'zod';

/** The parts of a JSON Schema that the reference reads. */
export type JsonSchema = {
  readonly $ref?: string | undefined;
  readonly $defs?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: JsonSchema | boolean | undefined;
};

/** Reads a JSON Schema; what the reference does not use is passed over. */
export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    $defs: z.record(z.string(), jsonSchema).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    default: z.unknown().optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    items: jsonSchema.optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
  }),
);

/** A property of an object, as a row of the reference shows it. */
export type SchemaProperty = {
  readonly name: string;
  readonly type: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
};

/** An object of the schema. Objects of the same properties are one, under the path where it came first. */
export type SchemaObject = { readonly path: string; readonly properties: readonly SchemaProperty[] };

/** Every object of a schema, the root first, in the order in which a reader meets them. */
export function schemaObjects(root: JsonSchema): readonly SchemaObject[] {
  const objects: SchemaObject[] = [];
  const seen = new Set<string>();
  const visit = (unresolved: JsonSchema, path: string): void => {
    const schema = resolve(root, unresolved);
    for (const choice of alternatives(schema)) visit(choice, path);
    if (schema.items !== undefined) visit(schema.items, `${path}[]`);
    if (schema.properties === undefined) return;
    const properties = propertiesOf(root, schema);
    const shape = shapeOf(properties);
    if (seen.has(shape)) return;
    seen.add(shape);
    objects.push({ path: `${path}${choiceName(root, schema)}`, properties });
    for (const property of properties)
      visit(property.schema, path === '' ? property.name : `${path}.${property.name}`);
  };
  visit(root, '');
  return objects;
}

/** A type as a person writes it: `number or null`, `list of text`, `"valid" or "suspect"`. */
export function typeText(root: JsonSchema, unresolved: JsonSchema): string {
  const schema = resolve(root, unresolved);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const choices = alternatives(schema);
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeText(root, choice)))].join(' or ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeText(root, { ...schema, type })).join(' or ');
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'whole number';
    case 'array':
      return `list of ${schema.items === undefined ? 'anything' : typeText(root, schema.items)}`;
    case 'object':
      return schema.properties === undefined ? 'object with names of its own' : 'object';
    case undefined:
      return schema.description ?? 'anything';
    default:
      return String(schema.type);
  }
}

function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target === undefined ? schema : resolve(root, target);
}

const alternatives = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [];

function propertiesOf(root: JsonSchema, schema: JsonSchema): SchemaProperty[] {
  return Object.entries(schema.properties ?? {}).map(([name, unresolved]) => ({
    name,
    type: typeText(root, unresolved),
    schema: resolve(root, unresolved),
    isRequired: schema.required?.includes(name) === true,
  }));
}

/** The value of a `kind` or `loop` that tells an object from its alternatives. */
function choiceName(root: JsonSchema, schema: JsonSchema): string {
  for (const name of ['kind', 'loop']) {
    const property = schema.properties?.[name];
    const value = property === undefined ? undefined : resolve(root, property).const;
    if (typeof value === 'string') return ` (${value})`;
  }
  return '';
}

const shapeOf = (properties: readonly SchemaProperty[]): string =>
  properties.map(({ name, type }) => `${name}: ${type}`).join();
