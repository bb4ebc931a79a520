import type { Environment, Result } from '../../result/result-file.ts';

/** Facts that all results agree on; one that they do not is unknown, and the reason names what they say. */
export function combinedEnvironment(results: readonly Pick<Result, 'environment'>[]): Environment {
  const environments = results.map(({ environment }) => environment);
  const reasons: Record<string, string> = {};
  const agreed = <Value>(
    name: string,
    pick: (environment: Environment) => Value,
    write: (value: NonNullable<Value>) => string,
  ): Value | null => {
    const values = environments.map(pick);
    const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
    const [only] = distinct.values();
    const ownReason = environments.map(({ reasons: own }) => own[name]).find((one) => one !== undefined);
    if (distinct.size === 1 && only !== undefined) {
      if (isEmpty(only) && ownReason !== undefined) reasons[name] = ownReason;
      return only;
    }
    const texts = values.map((value) => (value == null || isEmpty(value) ? '?' : write(value)));
    reasons[name] = `the results differ: ${texts.join(' / ')}`;
    return null;
  };
  const text = (value: string): string => value;
  return {
    host: agreed('host', ({ host }) => host, text),
    os: agreed('os', ({ os }) => os, text),
    kernel: agreed('kernel', ({ kernel }) => kernel, text),
    cpu: agreed(
      'cpu',
      ({ cpu }) => cpu,
      ({ model, cores }) => `${model} x ${cores}`,
    ),
    memory: agreed(
      'memory',
      ({ memory }) => memory,
      ({ total }) => `${(total / 1e9).toFixed(1)} GB`,
    ),
    gpus:
      agreed(
        'gpus',
        ({ gpus }) => gpus,
        (gpus) => gpus.map(({ name, driver }) => [name, driver].filter(Boolean).join(' ')).join(' + '),
      ) ?? [],
    docker: agreed('docker', ({ docker }) => docker, text),
    python: agreed('python', ({ python }) => python, text),
    limits: agreed(
      'limits',
      ({ limits }) => limits,
      () => '',
    ) ?? { cores: null, memory: null },
    reasons,
  };
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
