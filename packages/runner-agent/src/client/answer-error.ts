import { exitCodes, KneepointError } from '@kneepoint/core';
import { apiErrorSchema } from '../api/api-error.ts';
import { reasonOf } from './reason-of.ts';

/** An answer of the agent that is an error, as the error that the agent had. */
export async function answerError(answer: Response): Promise<KneepointError> {
  const text = await answer.text().catch(() => '');
  const parsed = apiErrorSchema.safeParse(jsonOf(text));
  if (!parsed.success)
    return new KneepointError(`the agent answered ${answer.status} with something that is not its own`, {
      code: 'agent-answer',
      exitCode: exitCodes.targetUnreachable,
      hint: 'check the address: it may be that of another server',
    });
  const { code, message, hint } = parsed.data.error;
  const exitCode = answer.status >= 500 ? exitCodes.internal : exitCodes.usage;
  return new KneepointError(message, { code, exitCode, ...(hint === null ? {} : { hint }) });
}

/** The agent did not answer at all. */
export function unreachableAgent(error: unknown): KneepointError {
  if (error instanceof KneepointError) return error;
  return new KneepointError(`the agent does not answer: ${reasonOf(error)}`, {
    code: 'agent-unreachable',
    exitCode: exitCodes.targetUnreachable,
    hint: 'check its address, and that kneepoint agent runs there',
    cause: error,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
