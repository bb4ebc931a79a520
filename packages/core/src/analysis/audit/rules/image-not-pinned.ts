import type { AuditRule } from '../audit-rule.ts';
import { type ImageProblem, imageProblem } from '../reading/image-pin.ts';

/** Images that do not say what runs in them. */
export type ImageNotPinned = {
  readonly images: readonly {
    readonly target: string;
    readonly reference: string;
    readonly problem: ImageProblem;
  }[];
};

/** Images by `latest`, without a tag, or by a tag that only one host has. */
export const imageNotPinned: AuditRule<'image-not-pinned', ImageNotPinned> = {
  code: 'image-not-pinned',
  severity: 'warning',
  explanation:
    "The engine's version decides what is compared. By such a name the same command runs another engine tomorrow, or cannot be run by anybody else.",
  reference: {
    basis: 'a tag can be moved, a digest cannot',
    addresses: [
      'https://docs.docker.com/reference/cli/docker/image/pull/#pull-an-image-by-digest-immutable-identifier',
    ],
  },
  find: ({ targets }) => {
    const images = targets.flatMap((target) => {
      const problem = imageProblem(target);
      if (problem === null || target.deployment?.kind !== 'docker') return [];
      return [{ target: target.name, reference: target.deployment.image.reference, problem }];
    });
    if (images.length === 0) return [];
    return [{ where: images.map(({ target }) => ({ kind: 'target', target })), evidence: { images } }];
  },
};
