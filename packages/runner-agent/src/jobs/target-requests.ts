import {
  type Plan,
  readCertificates,
  type TargetRequest,
  type TargetTls,
  usageError,
  usualTrust,
} from '@kneepoint/core';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A plan's targets with their keys and certificates; `pathOf` says where a file is that the plan names. Throws a usage
 * error where a key or a certificate is missing.
 */
export async function targetRequests(
  plan: Plan,
  environment: Environment,
  pathOf: (source: string) => string,
): Promise<readonly TargetRequest[]> {
  const requests: TargetRequest[] = [];
  for (const target of plan.targets) {
    requests.push({
      name: target.name,
      url: target.url,
      api: target.api,
      engine: target.engine ?? null,
      model: target.model ?? plan.model.id ?? null,
      headers: { ...authorization(target.apiKeyEnv, environment), ...target.headers },
      body: target.body,
      timeoutMicros: plan.timeout,
      tls: await trustOf(target.tls, pathOf),
    });
  }
  return requests;
}

function authorization(variable: string | undefined, environment: Environment): Record<string, string> {
  if (variable === undefined) return {};
  const key = environment[variable];
  if (key === undefined || key === '')
    throw usageError(
      'api-key-missing',
      `the environment variable ${variable} of the API key is not set where the job runs`,
      `set it there first: export ${variable}=...`,
    );
  return { authorization: `Bearer ${key}` };
}

async function trustOf(
  wish: Plan['targets'][number]['tls'],
  pathOf: (source: string) => string,
): Promise<TargetTls> {
  if (wish === undefined) return usualTrust;
  return {
    ca: wish.ca === undefined ? null : await readCertificates(pathOf(wish.ca)),
    insecure: wish.insecure,
  };
}
