import { z } from 'zod';
import { isGenerated, languages } from '../language.ts';
import { tokensField } from '../numbers/distribution-field.ts';
import { tokenUnit } from '../numbers/number-unit.ts';
import { parseDistribution } from '../numbers/parse-distribution.ts';
import { allParsed, type Parsed, parsed, refused } from '../parsed.ts';
import type { RequestClass } from '../prompt-plan.ts';
import { writtenField } from '../written-field.ts';

const form = 'NAME:WEIGHT:INPUT:OUTPUT[:LANGUAGE] such as chat:3:200:100 or code:1:normal:800,200:400:en';
const namePattern = /^[\w.-]+$/;
const nameForm = 'must be made of letters, digits, ".", "_" and "-"';

/** A class of requests as `--class` takes it; `language` is that of a class that names none. */
export function parseRequestClass(text: string, language: string): Parsed<RequestClass> {
  const [name = '', weightText = '', inputText, outputText, languageText, ...more] = partsOf(text);
  if (inputText === undefined || outputText === undefined || more.length > 0)
    return refused(`"${text}" is not ${form}`);
  if (!namePattern.test(name)) return refused(`the name "${name}" of a class ${nameForm}`);
  const weight = Number(weightText);
  if (!/^\d+(\.\d+)?$/.test(weightText) || !(weight > 0) || !Number.isFinite(weight))
    return refused(`the weight "${weightText}" of the class ${name} must be a number above 0`);
  const lengths = allParsed([
    parseDistribution(inputText, tokenUnit),
    parseDistribution(outputText, tokenUnit),
  ]);
  if (!lengths.ok) return refused(`of the class ${name}: ${lengths.problem}`);
  const [inputTokens, outputTokens] = lengths.value;
  const named = languageText ?? language;
  if (!isGenerated(named))
    return refused(
      `of the class ${name}: the language must be one of ${languages.join(', ')}, not "${named}"`,
    );
  if (inputTokens === undefined || outputTokens === undefined) return refused(`"${text}" is not ${form}`);
  return parsed({ name, weight, language: named, inputTokens, outputTokens });
}

/** Between colons, but the word of a distribution keeps what follows it: `normal:200,50` is one part. */
function partsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|:)((?:(?:uniform|normal|lognormal|exponential|file):)?[^:]*)/g)].map(
    ([, part = '']) => part.trim(),
  );
}

const classBlock = z.strictObject({
  name: z.string().regex(namePattern, { error: nameForm }),
  weight: z.number().positive().default(1),
  language: z.enum(languages).default('en'),
  /** The natural length of a prompt where it is left out. */
  inputTokens: tokensField.optional().transform((numbers) => numbers ?? null),
  outputTokens: tokensField,
});

const classField = writtenField<RequestClass>({
  expected: `a class ${form}, or a block of keys`,
  text: (text) => parseRequestClass(text, 'en'),
  block: classBlock,
});

/** The classes of a suite: at least one, no name twice. */
export const classesField = z
  .array(classField)
  .min(1)
  .superRefine((classes, context) => {
    const index = twiceNamed(classes);
    if (index === null) return;
    const message = `${JSON.stringify(classes[index]?.name)} is the name of an earlier class`;
    context.addIssue({ code: 'custom', path: [index, 'name'], message });
  });

/** The place of the first class whose name an earlier one has; `null` where all differ. */
export function twiceNamed(classes: readonly RequestClass[]): number | null {
  const index = classes.findIndex(
    ({ name }, place) => classes.findIndex((other) => other.name === name) < place,
  );
  return index < 0 ? null : index;
}
