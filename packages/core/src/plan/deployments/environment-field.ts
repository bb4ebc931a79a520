import { parsed, refused } from '../parsed.ts';
import { type Entry, entriesField } from './entries-field.ts';
import { namesSecret, variableName, type WrittenValue, writtenValueField } from './written-value.ts';

/** An environment variable of a deployment. */
export type PlannedVariable = { readonly name: string; readonly value: WrittenValue };

/** The variable by which a deployment's processes are found again. */
export const markerVariable = 'KNEEPOINT_DEPLOYMENT';

/** `env: { OMP_NUM_THREADS: 4, HF_TOKEN: { fromEnv: HF_TOKEN } }`; a secret with its value in the plan is refused. */
export const environmentField = entriesField({
  expected: 'a block of environment variables',
  key: readName,
  value: writtenValueField,
  together: (name, value) =>
    value.kind === 'text' && value.text !== '' && namesSecret(name)
      ? `is a secret in the plan; write { fromEnv: ${name} } and set the variable where the server starts`
      : null,
}).transform((entries): readonly PlannedVariable[] => entries.map(variableOf));

const variableOf = ({ key, value }: Entry<string, WrittenValue>): PlannedVariable => ({ name: key, value });

function readName(text: string) {
  if (text === markerVariable) return refused('is set by Kneepoint itself; leave it out');
  return variableName.test(text) ? parsed(text) : refused('is not the name of an environment variable');
}
