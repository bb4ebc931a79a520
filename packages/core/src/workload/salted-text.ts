import { createRandom, type Random } from '../random/create-random.ts';

/** `off` must be asked for: repeated prompts are then answered out of the server's prefix cache. */
export const saltOff = 'off';

/** The salts of a run: request k has its own 64 bits, the same in every worker; `null` where salting is off. */
export function requestSalts(salt: string): (index: number) => string | null {
  if (salt === saltOff) return () => null;
  const root: Random = createRandom(salt).fork('prompt-salt');
  return (index) => root.fork(index).salt64();
}

/**
 * The line that opens the user's text, behind the system prompt: no two requests share a prefix by accident, and a
 * model reads it as a reference number. Empty without a salt.
 */
export function saltLine(salt: string | null): string {
  return salt === null ? '' : `[id ${salt}]\n`;
}
