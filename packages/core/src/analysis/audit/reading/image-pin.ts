import type { Target } from '../../../result/result-file.ts';

/** Why an image of that name may be another one tomorrow, or elsewhere. */
export type ImageProblem = 'latest' | 'no-tag' | 'private';

/**
 * `null` for an image that anybody can get again: one with a digest, or with a tag in a registry. A name without a
 * registry's user before it (`sglang:mine`) was built on the host; official images have none either, but serve no models.
 */
export function imageProblem({ deployment }: Target): ImageProblem | null {
  if (deployment === null || deployment.kind !== 'docker' || deployment.image.digest !== null) return null;
  const { reference } = deployment.image;
  if (reference.includes('@sha256:')) return null;
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const tag = name.includes(':') ? name.slice(name.indexOf(':') + 1) : null;
  if (!reference.includes('/')) return 'private';
  return tag === null ? 'no-tag' : tag === 'latest' ? 'latest' : null;
}
