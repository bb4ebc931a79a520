import { z } from 'zod';
import { planSchema } from '../../../packages/core/src/plan/plan-schema.ts';
import { type JsonSchema, jsonSchema, type SchemaObject, schemaObjects, typeText } from './json-schema.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';
import { planWords } from './plan-words.ts';
import { type CommentedProperty, commentedProperties, commentOf } from './source-comments.ts';

/** The plan as a JSON Schema of what is written in it; fields that read several forms say which. */
export function planJsonSchema(): JsonSchema {
  return jsonSchema.parse(
    z.toJSONSchema(planSchema, {
      io: 'input',
      unrepresentable: 'any',
      override({ zodSchema, jsonSchema: schema }) {
        const isOpen = schema.type === undefined && schema.anyOf === undefined && schema.oneOf === undefined;
        const forms = isOpen ? writtenForms(zodSchema) : null;
        if (forms !== null) schema.description ??= forms;
        const value = defaultOf(zodSchema);
        if (value !== null) schema.default ??= value;
      },
    }),
  );
}

/** Every key of a plan with its type, default and meaning. */
export function planPage(): DocumentPage {
  const schema = planJsonSchema();
  const comments = commentedProperties('plan/{plan-schema,plan-target,suites/*,deployments/*}.ts');
  return markdownPage(
    'reference/plan.md',
    { title: 'The plan', description: 'Every key of a plan file, with its type and default.' },
    [
      generatedNote,
      'A plan is a YAML file for `kneepoint compare`. Unknown keys are refused, and all problems are told at once. Times carry their unit: `500ms`, `30s`, `5m`. One example for each kind of load lies in [examples/loads](../method/loads.md).',
      ...schemaObjects(schema).flatMap((object) => [
        `## ${object.path === '' ? 'The file' : object.path}`,
        markdownTable(
          ['key', 'what stands there', 'default', 'meaning'],
          object.properties.map((property) => [
            code(property.name),
            formsText(schema, property.schema),
            defaultText(property.schema, property.isRequired),
            meaningOf(object, property.name, comments),
          ]),
        ),
      ]),
    ],
  );
}

/** What a field without a JSON type takes: it says so itself when nothing stands there. */
function writtenForms(zodSchema: z.core.$ZodType): string | null {
  const outcome = z.safeParse(zodSchema, undefined);
  const message = outcome.success ? null : (outcome.error.issues[0]?.message ?? null);
  if (message === null) return null;
  return message
    .replace(/^is missing \((.*)\)$/s, '$1')
    .replace(/^must be /, '')
    .replace(/, not undefined$/, '');
}

/** The default of a field that reads several forms: as it would be written, with a unit where it is a time. */
function defaultOf(zodSchema: z.core.$ZodType): string | number | null {
  if (!(zodSchema instanceof z.ZodDefault)) return null;
  const value: unknown = zodSchema.def.defaultValue;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return null;
  const isTime = writtenForms(zodSchema.def.innerType)?.startsWith('a duration') === true;
  return isTime ? `${value / 1_000_000}s` : value;
}

function formsText(root: JsonSchema, schema: JsonSchema): string {
  return schema.description ?? typeText(root, schema);
}

function defaultText(schema: JsonSchema, isRequired: boolean): string {
  if (isRequired) return 'must be given';
  if (schema.default === undefined) return 'none';
  return code(typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default));
}

/** The schema's own comment, else the page's words; times are written with their unit, whatever they are stored in. */
function meaningOf(
  { properties }: SchemaObject,
  name: string,
  comments: readonly CommentedProperty[],
): string {
  const names = properties.map((property) => property.name);
  const comment = commentOf(comments, name, names)?.replace(/, in microseconds\b/, '');
  return comment ?? planWords[name] ?? '';
}
