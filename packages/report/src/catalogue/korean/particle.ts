/** A pair of particles: the form after a final consonant, and the form after a vowel. */
export type ParticlePair = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로';

type Ending = 'vowel' | 'consonant' | 'rieul';

/** How the digits are read at the end of a number: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const digitEndings: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/**
 * A word with the particle that its reading asks for: 서버는, vLLM은, 50은, sglang은. Latin names are read by their spelling
 * (letter by letter when they end in capitals), which is a rule of thumb; 으로/로 treats a final ㄹ as a vowel.
 */
export function withParticle(word: string, pair: ParticlePair): string {
  const [afterConsonant = '', afterVowel = ''] = pair.split('/');
  const ending = endingOf(word);
  const isOpen = ending === 'vowel' || (ending === 'rieul' && pair === '으로/로');
  return `${word}${isOpen ? afterVowel : afterConsonant}`;
}

/** The reading of the last letter or digit; brackets and quotes after it are not read. */
function endingOf(word: string): Ending {
  const read = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = read.at(-1) ?? '';
  if (/[가-힣]/.test(last)) return hangulEnding(last);
  if (/[0-9]/.test(last)) return digitEndings[Number(last)] ?? 'vowel';
  if (/[A-Za-z]/.test(last)) return latinEnding(read);
  return 'vowel';
}

/** A Hangul syllable is 28 finals for each initial and vowel; final 0 is none and 8 is ㄹ. */
function hangulEnding(syllable: string): Ending {
  const final = ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28;
  return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
}

/** Names of letters: 엘 and 아르 (알), 엠, 엔 end in consonants, all others in vowels. */
function latinEnding(word: string): Ending {
  if (/(?:^|[^a-z])[A-Z]$/.test(word))
    return /[LR]$/.test(word) ? 'rieul' : /[MN]$/.test(word) ? 'consonant' : 'vowel';
  if (/l$/i.test(word)) return 'rieul';
  if (/(?:[mn]|ng|[nm]e|ck|[aeiou][ptkcb])$/i.test(word)) return 'consonant';
  return /le$/i.test(word) ? 'rieul' : 'vowel';
}
