import { usageError } from '@kneepoint/core';

/** The authorization header from an environment variable. The key itself never stands in a flag, a result or a log. */
export function authorizationHeader(
  variable: string | undefined,
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  if (variable === undefined) return {};
  const key = environment[variable];
  if (key === undefined || key === '') {
    throw usageError(
      'api-key-missing',
      `the environment variable ${variable} of the API key is not set`,
      `set it first: export ${variable}=...`,
    );
  }
  return { authorization: `Bearer ${key}` };
}
