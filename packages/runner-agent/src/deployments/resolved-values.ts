import type { PlannedVariable, WrittenValue } from '@kneepoint/core';
import { failure, type Outcome, worked } from './outcome.ts';

/** The variables of whoever deploys. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The values of the plan's variables that came from the environment; all of them count as secret. */
export function secretValues(values: readonly WrittenValue[], environment: Environment): readonly string[] {
  return values.flatMap((value) => {
    const found = value.kind === 'environment' ? environment[value.name] : undefined;
    return found === undefined ? [] : [found];
  });
}

/** Arguments as the program gets them. Fails where a variable that they name is not set. */
export function resolveArguments(
  values: readonly WrittenValue[],
  environment: Environment,
): Outcome<readonly string[]> {
  const missing = missingVariables(values, environment);
  if (missing.length > 0) return variablesMissing(missing);
  return worked(values.map((value) => textOf(value, environment)));
}

/** Variables with their values. Fails where a variable that they name is not set. */
export function resolveVariables(
  variables: readonly PlannedVariable[],
  environment: Environment,
): Outcome<Readonly<Record<string, string>>> {
  const missing = missingVariables(
    variables.map(({ value }) => value),
    environment,
  );
  if (missing.length > 0) return variablesMissing(missing);
  return worked(Object.fromEntries(variables.map(({ name, value }) => [name, textOf(value, environment)])));
}

const textOf = (value: WrittenValue, environment: Environment): string =>
  value.kind === 'text' ? value.text : (environment[value.name] ?? '');

function missingVariables(values: readonly WrittenValue[], environment: Environment): readonly string[] {
  const names = values.flatMap((value) => (value.kind === 'environment' ? [value.name] : []));
  return [...new Set(names)].filter((name) => environment[name] === undefined);
}

function variablesMissing(names: readonly string[]): Outcome<never> {
  const [verb, hint] = names.length === 1 ? ['is', 'set it'] : ['are', 'set them'];
  return failure(
    'variable-missing',
    `${names.join(', ')} ${verb} not set where the server is to be started, and the plan takes a value from there`,
    `${hint} in the environment of the agent, or of kneepoint itself where there is none`,
  );
}
