import { createRandom, type Random } from '../random/create-random.ts';

/**
 * The salts of a run: request k has its own 64 bits, the same in every worker. `null` turns them off, which must be asked
 * for: repeated prompts are then answered out of the server's prefix cache.
 */
export function requestSalts(salt: string | null): (index: number) => string | null {
  if (salt === null) return () => null;
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

/** The salt lines of a run by request. */
export function requestSaltLines(salt: string | null): (index: number) => string {
  const saltOf = requestSalts(salt);
  return (index) => saltLine(saltOf(index));
}

/**
 * The salts of texts that requests of one stage share, by the text's number. The stage's salt has the run, the stage and
 * its repeat in it; without one a text opens the same in every stage that has the seed.
 */
export function sharedTextSalts(seed: string, salt: string | null): (text: number) => Random {
  const root = createRandom(seed)
    .fork('shared-text-salt')
    .fork(salt ?? 'unsalted');
  return (text) => root.fork(text);
}
