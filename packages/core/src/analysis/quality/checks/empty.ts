import type { QualityCheck } from '../judged-answer.ts';
import { visibleCharacters } from '../visible-characters.ts';

/** Finds an answer that shows nothing, though it may have had tokens. */
export const empty: QualityCheck = ({ text }) =>
  visibleCharacters(text) > 0 ? null : { code: 'empty', verdict: 'bad', share: null, detail: null };
