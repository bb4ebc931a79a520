import { z } from 'zod';
import { hasPrompts, languageProblem, promptLanguages } from '../language.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { languageField } from '../plan-fields.ts';
import { writtenField } from '../written-field.ts';

/** A language of the suite, and the file of its prompts; `null` where Kneepoint has prompts of its own. */
export type SuiteLanguage = { readonly code: string; readonly prompts: string | null };

const block = z
  .strictObject({
    code: languageField,
    /** Relative to the plan: one prompt a line, or a list in YAML or JSON. */
    prompts: z.string().min(1).optional(),
  })
  .superRefine(({ code, prompts }, context) => {
    const problem = prompts === undefined ? missingPrompts(code) : null;
    if (problem !== null) context.addIssue({ code: 'custom', path: ['prompts'], message: problem });
  })
  .transform(({ code, prompts }): SuiteLanguage => ({ code, prompts: prompts ?? null }));

/** A language, written as its code or as a block with a file. */
const suiteLanguageField = writtenField<SuiteLanguage>({
  expected: 'a code such as ko, or { code: de, prompts: FILE }',
  text: parseCode,
  block,
});

function parseCode(text: string): Parsed<SuiteLanguage> {
  const problem = languageProblem(text) ?? missingPrompts(text);
  return problem === null ? parsed({ code: text, prompts: null }) : refused(problem);
}

function missingPrompts(code: string): string | null {
  if (hasPrompts(code)) return null;
  return `there are no prompts in "${code}" (there are in ${promptLanguages.join(', ')}); name a file of them: { code: ${code}, prompts: FILE }`;
}

/** The languages of a suite: at least one, none twice, since a level's stages are told apart by it. */
export const suiteLanguagesField = z
  .array(suiteLanguageField)
  .min(1)
  .superRefine((languages, context) => {
    languages.forEach(({ code }, index) => {
      if (languages.findIndex((other) => other.code === code) === index) return;
      context.addIssue({ code: 'custom', path: [index], message: `"${code}" is in the list twice` });
    });
  });
