/** A language that the simulator can answer in. */
export type AnswerLanguage = 'en' | 'ko' | 'zh';

/** One token of an answer: as text, and as it stands on the wire. */
export interface VocabularyToken {
  readonly text: string;
  /** JSON-escaped UTF-8 bytes, one byte per UTF-16 unit ("latin1" text), ready to be written. */
  readonly wire: string;
  readonly id: number;
}

const english =
  ' the| a| river| spring| light| of| and| morning| over| quiet| hills| wind| carries| new| leaves| in| bloom|,| where|.| birds| sing| to| warm| earth| softly| from| winter| sleep| every| garden| opens| its| gentle| colors| under| bright| sky| while| children| walk| home| with| flowers| again|ing| hope| returns| slowly|;| after| rain';
const korean =
  ' 봄|이| 오|면| 꽃|잎|은| 바람|에| 날리|고|,| 햇살|의| 따스한| 노래|가| 들|판|을| 깨우|네|.| 겨울| 잠|에서| 일어난| 나무|들|도| 푸른| 잎|을| 펼치|며| 하늘|과| 이야기|한다| 아침| 강|물|은| 조용히| 흐르|는| 길| 위|로| 희망|처럼| 빛';
const chinese =
  '春|天|的|风|吹过|山|谷|，|花|开|满|了|小路|。|阳光|温暖|大地|鸟儿|在|枝头|歌唱|河水|静静|流淌|绿叶|轻轻|摇曳|孩子们|走|回家|梦|里|有|新|希望|天空|明亮|、|雨后|泥土|芬芳|又|一|年|故事|开始|；|我们|听见|远方';

/** The tokens of each language; ids count on from one language to the next. */
export const vocabularies: Record<AnswerLanguage, readonly VocabularyToken[]> = {
  en: tokensOf(english, 1000),
  ko: tokensOf(korean, 2000),
  zh: tokensOf(chinese, 3000),
};

/** The UTF-8 bytes of a text, one per UTF-16 unit, so that its length is its length on the wire. */
export function toWire(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The language of a prompt: Korean or Chinese where such characters make up a fifth of it, else English. */
export function languageOf(text: string): AnswerLanguage {
  let hangul = 0;
  let han = 0;
  const length = Math.min(text.length, 2000);
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0xac00 && code <= 0xd7a3) hangul += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) han += 1;
  }
  if (Math.max(hangul, han) * 5 < length || length === 0) return 'en';
  return hangul >= han ? 'ko' : 'zh';
}

function tokensOf(list: string, firstId: number): readonly VocabularyToken[] {
  return list.split('|').map((text, index) => ({
    text,
    wire: toWire(JSON.stringify(text).slice(1, -1)),
    id: firstId + index,
  }));
}
