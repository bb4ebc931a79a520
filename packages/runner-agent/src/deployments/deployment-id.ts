import { failure, type Outcome, worked } from './outcome.ts';

/** Ids become file names, labels and names of containers, so that nothing but these signs may stand in one. */
export function checkedDeploymentId(id: string): Outcome<string> {
  return /^[A-Za-z0-9][\w-]{0,63}$/.test(id)
    ? worked(id)
    : failure('deployment-id', 'the id of a deployment is made of 1 to 64 letters, digits, "-" and "_"');
}
