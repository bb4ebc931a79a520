import { useState } from 'react';
import type { ResultWords } from '../../words/result-words.ts';
import type { WriteNote } from './status-line.ts';

/**
 * Writes files on demand, one time after the other; `write` gives the sentence that says where. The note is what came of it
 * and stays until it is put away.
 */
export function useWritten(
  words: ResultWords,
  write: () => Promise<string>,
): { readonly note: WriteNote | null; begin(): void; putAway(): void } {
  const [note, setNote] = useState<WriteNote | null>(null);
  const [isWriting, setWriting] = useState(false);
  const end = (said: WriteNote): void => {
    setWriting(false);
    setNote(said);
  };
  const begin = (): void => {
    if (isWriting) return;
    setWriting(true);
    setNote({ text: words.writing, failed: false });
    write().then(
      (text) => end({ text, failed: false }),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        end({ text: words.writeFailed(reason), failed: true });
      },
    );
  };
  const putAway = (): void => {
    if (!isWriting) setNote(null);
  };
  return { note, begin, putAway };
}
