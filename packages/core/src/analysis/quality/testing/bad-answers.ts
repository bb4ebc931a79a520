import type { QualityReason } from '../../../result/quality-schema.ts';

/** An answer with a fault, and what the checks are to say of it. */
export type BadAnswer = {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly finishReason?: string | null;
  readonly expected: Pick<QualityReason, 'code' | 'verdict'> & { readonly detail?: string };
};

const englishText =
  'Spring comes slowly to the valley. First the river opens, then the birds return, and at last the orchards stand white against the hills.';
const chineseText =
  '春天慢慢来到山谷，河水先解冻，鸟儿随后归来，最后果园里的花全都开了，白茫茫的一片映着远山。孩子们在田埂上奔跑，老人坐在门口晒太阳。';
const koreanText =
  '봄은 골짜기에 천천히 찾아옵니다. 먼저 강물이 풀리고 새들이 돌아오면 마침내 과수원이 하얗게 물듭니다. 아이들은 둑길을 달리고 노인들은 볕을 쬡니다.';

/** One fault each, in several languages. */
export const badAnswers: readonly BadAnswer[] = [
  {
    name: 'English for Korean',
    language: 'ko',
    text: englishText,
    expected: { code: 'other-language', verdict: 'bad', detail: 'en' },
  },
  {
    name: 'Chinese for Korean',
    language: 'ko',
    text: chineseText,
    expected: { code: 'other-language', verdict: 'bad', detail: 'zh' },
  },
  {
    name: 'Korean for Chinese',
    language: 'zh',
    text: koreanText,
    expected: { code: 'other-language', verdict: 'bad', detail: 'ko' },
  },
  {
    name: 'Chinese for Japanese',
    language: 'ja',
    text: chineseText,
    expected: { code: 'other-language', verdict: 'bad', detail: 'zh' },
  },
  {
    name: 'English for German',
    language: 'de',
    text: englishText,
    expected: { code: 'other-language', verdict: 'bad', detail: 'en' },
  },
  {
    name: 'Korean that goes on in Chinese',
    language: 'ko',
    text: `${koreanText}\n\n${chineseText}`,
    expected: { code: 'script-share', verdict: 'bad', detail: 'Han' },
  },
  {
    name: 'Chinese words in a Korean sentence',
    language: 'ko',
    text: '봄은 골짜기에 천천히 찾아옵니다. 먼저 강물이 融化되고 새들이 돌아오면 마침내 과수원이 雪白하게 물듭니다. 아이들은 둑길을 달리며 노래를 부릅니다.',
    expected: { code: 'script-share', verdict: 'doubtful', detail: 'Han' },
  },
  {
    name: 'nothing but white space',
    language: 'en',
    text: ' \n\n\t ',
    expected: { code: 'empty', verdict: 'bad' },
  },
  {
    name: 'an English loop',
    language: 'en',
    text: `Spring is here. ${'The flowers bloom in the warm garden. '.repeat(12)}`,
    expected: { code: 'repetition', verdict: 'bad' },
  },
  {
    name: 'a Korean loop',
    language: 'ko',
    text: `봄이 옵니다. ${'꽃이 피고 새가 노래하는 봄입니다. '.repeat(12)}`,
    expected: { code: 'repetition', verdict: 'bad' },
  },
  {
    name: 'a Chinese loop',
    language: 'zh',
    text: `春天来了。${'花儿在温暖的阳光下慢慢开放。'.repeat(12)}`,
    expected: { code: 'repetition', verdict: 'bad' },
  },
  {
    name: 'a loop at the end of a long answer',
    language: 'ko',
    text: `${koreanText}\n\n주소를 입력하면 브라우저는 먼저 이름 서버에 그 이름의 주소를 물어봅니다. 이어서 서버와 연결을 맺고 암호화 방식을 정한 뒤 요청을 보냅니다. 서버가 문서를 돌려주면 브라우저는 이를 읽으면서 그림과 스타일을 더 받아 오고, 화면에 배치한 다음 그려 냅니다. 남은 채소는 잘게 썰어 기름에 살짝 볶은 뒤 물을 붓고 약한 불에서 오래 끓입니다. 마지막으로 소금과 후추를 넣어 간을 맞추고 따뜻할 때 그릇에 담아 냅니다. ${'네네네네네네네네네네'.repeat(9)}`,
    expected: { code: 'repetition', verdict: 'doubtful', detail: 'end' },
  },
  {
    name: 'replacement characters',
    language: 'zh',
    text: '春天来了，溪水\ufffd\ufffd着歌绕过老桥，燕子\ufffd泥，忙着修补旧巢。',
    expected: { code: 'broken-characters', verdict: 'bad', detail: 'U+FFFD' },
  },
  {
    name: 'one replacement character in a long text',
    language: 'en',
    text: `${englishText} The caf\ufffd by the bridge puts its chairs into the sun.`,
    expected: { code: 'broken-characters', verdict: 'doubtful', detail: 'U+FFFD' },
  },
  {
    name: 'half of a surrogate pair',
    language: 'ko',
    text: `${koreanText} \ud83c`,
    expected: { code: 'broken-characters', verdict: 'doubtful', detail: 'U+D83C' },
  },
  {
    name: 'UTF-8 read as Latin-1',
    language: 'ko',
    text: Buffer.from(koreanText, 'utf8').toString('latin1'),
    expected: { code: 'broken-characters', verdict: 'bad' },
  },
  {
    name: 'bytes that a tokenizer wrote out',
    language: 'ko',
    text: `${koreanText} <0xEB><0xB4><0x84>`,
    expected: { code: 'broken-characters', verdict: 'bad' },
  },
  {
    name: 'the end of a ChatML turn',
    language: 'en',
    text: `${englishText}<|im_end|>`,
    expected: { code: 'leaked-markup', verdict: 'bad', detail: '<|im_end|>' },
  },
  {
    name: 'an instruction mark',
    language: 'zh',
    text: `${chineseText} [/INST]`,
    expected: { code: 'leaked-markup', verdict: 'bad', detail: '[/INST]' },
  },
  {
    name: 'thinking that nobody took out',
    language: 'ko',
    text: `<think>\n사용자가 시를 원한다.\n</think>\n\n${koreanText}`,
    expected: { code: 'leaked-markup', verdict: 'doubtful', detail: '<think>' },
  },
  {
    name: 'an English refusal',
    language: 'en',
    text: "I'm sorry, but I can't help with that request.",
    expected: { code: 'refusal', verdict: 'doubtful' },
  },
  {
    name: 'a Korean refusal',
    language: 'ko',
    text: '죄송하지만 그 요청은 도와드릴 수 없습니다. 다른 질문이 있으시면 말씀해 주세요.',
    expected: { code: 'refusal', verdict: 'doubtful' },
  },
  {
    name: 'a Chinese refusal',
    language: 'zh',
    text: '抱歉，我无法满足您的这个请求。如果您有其他问题，欢迎继续提问。',
    expected: { code: 'refusal', verdict: 'doubtful' },
  },
  {
    name: 'a Japanese refusal',
    language: 'ja',
    text: '申し訳ありませんが、そのご要望にはお応えできません。',
    expected: { code: 'refusal', verdict: 'doubtful' },
  },
  {
    name: 'a German refusal',
    language: 'de',
    text: 'Es tut mir leid, aber dabei kann ich leider nicht helfen.',
    expected: { code: 'refusal', verdict: 'doubtful' },
  },
  {
    name: 'an end within a sentence that the server calls finished',
    language: 'en',
    text: 'The river loosens from its sleep, the hills put on their early green,',
    expected: { code: 'cut', verdict: 'doubtful' },
  },
  {
    name: 'an end within a sentence that nobody explains',
    language: 'zh',
    text: '冰雪在山脚下悄悄融化。溪水唱着歌绕过老桥。柳枝垂下一帘嫩绿，燕子衔',
    finishReason: null,
    expected: { code: 'cut', verdict: 'doubtful' },
  },
];
