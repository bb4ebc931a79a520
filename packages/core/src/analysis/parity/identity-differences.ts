import { z } from 'zod';
import type { Severity } from '../../result/analysis/finding-schema.ts';
import type { ParityDifference, ParitySide } from '../../result/analysis/parity-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import { imageProblem } from '../audit/reading/image-pin.ts';

/** Differences of what was served: model, its revision, the engine's version, the image, sampling in the requests. */
export function identityDifferences(result: Result): ParityDifference[] {
  const { targets } = result;
  return [
    ...distinct(targets, { code: 'model', severity: 'error', of: ({ model }) => model }),
    ...distinct(targets, {
      code: 'model-revision',
      severity: 'warning',
      of: ({ modelShape }) => modelShape?.revision ?? null,
    }),
    ...unknownVersions(targets),
    ...unpinnedImages(targets),
    ...sampling(result),
  ];
}

type Compared = Pick<ParityDifference, 'code'> & {
  readonly severity: Severity;
  readonly of: (target: Target) => string | null;
};

/** A difference of what is known; a side that is unknown decides nothing. */
function distinct(targets: readonly Target[], { code, severity, of }: Compared): ParityDifference[] {
  const values = targets.map((target) => side(target.name, of(target)));
  const known = new Set(values.flatMap(({ value }) => value ?? []));
  return known.size < 2 ? [] : [{ code, severity, values, favours: null }];
}

const side = (target: string, value: string | null): ParitySide => ({
  target,
  value,
  state: value === null ? 'unknown' : 'known',
});

/** Two engines have versions of their own; only one that nobody knows, or two of one engine, are a difference. */
function unknownVersions(targets: readonly Target[]): ParityDifference[] {
  const values = targets.map(({ name, version }) => side(name, version));
  const isUnknown =
    values.some(({ value }) => value === null) && targets.every(({ simulated }) => !simulated);
  const areOneEngine = new Set(targets.map(({ engine }) => engine)).size === 1;
  const isOther = areOneEngine && new Set(values.map(({ value }) => value)).size > 1;
  return isUnknown || isOther ? [{ code: 'engine-version', severity: 'note', values, favours: null }] : [];
}

function unpinnedImages(targets: readonly Target[]): ParityDifference[] {
  if (targets.every((target) => imageProblem(target) === null)) return [];
  const values = targets.map(({ name, deployment }) =>
    side(name, deployment?.kind === 'docker' ? deployment.image.reference : null),
  );
  return [{ code: 'image', severity: 'warning', values, favours: null }];
}

const samplingFields = ['temperature', 'top_p', 'top_k', 'min_p', 'repetition_penalty', 'frequency_penalty'];
const planSchema = z.object({
  targets: z.array(z.object({ name: z.string(), body: z.record(z.string(), z.unknown()).default({}) })),
});

/** Sampling that the plan adds to the requests of each target. */
function sampling({ plan, targets }: Result): ParityDifference[] {
  const parsed = planSchema.safeParse(plan);
  if (!parsed.success) return [];
  const values = targets.map(({ name }): ParitySide => {
    const body = parsed.data.targets.find((target) => target.name === name)?.body ?? {};
    const fields = samplingFields.flatMap((field) =>
      field in body ? [`${field}=${String(body[field])}`] : [],
    );
    return fields.length === 0
      ? { target: name, value: null, state: 'default' }
      : { target: name, value: fields.join(' '), state: 'known' };
  });
  const isDifferent = new Set(values.map(({ value }) => value)).size > 1;
  return isDifferent ? [{ code: 'sampling', severity: 'warning', values, favours: null }] : [];
}
