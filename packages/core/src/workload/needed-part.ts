import type { RequestSourceOptions } from './request-source-options.ts';

/** The data that the plan's prompts come from. Throws where whoever wired the stage left it out. */
export function neededPart<Part extends 'dataset' | 'trace'>(
  options: RequestSourceOptions,
  part: Part,
): NonNullable<RequestSourceOptions[Part]> {
  const found = options[part];
  if (found === null) throw new Error(`prompts of the kind ${options.prompts.kind} need the ${part}`);
  return found;
}
