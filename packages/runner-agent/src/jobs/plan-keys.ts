import type { Plan } from '@kneepoint/core';

/** The API keys of a plan's targets, whatever their variables are called. */
export function planKeys(
  plan: Plan,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const names = plan.targets.flatMap(({ apiKeyEnv }) => apiKeyEnv ?? []);
  return names.flatMap((name) => environment[name] ?? []);
}
