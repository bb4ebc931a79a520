import { randomBytes } from 'node:crypto';

/** The form of a job's id: nothing else is ever looked for on disk. */
export const jobIdPattern = /^job-[0-9a-f]{20}$/;
/** The form of a deployment's id. */
export const deploymentIdPattern = /^dep-[0-9a-f]{20}$/;

const random = (): string => randomBytes(10).toString('hex');

/** A new id that nobody can guess. */
export const newJobId = (): string => `job-${random()}`;
/** A new id that nobody can guess. */
export const newDeploymentId = (): string => `dep-${random()}`;
