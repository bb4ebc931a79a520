import { createFormats } from '../formats.ts';
import { isNone, type LanguagesWords, type ScriptNames, type SummedReason } from '../languages-words.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

const scripts: ScriptNames = {
  Han: '한자',
  Hangul: '한글',
  Latin: '로마자',
  Hiragana: '히라가나',
  Katakana: '가타카나',
  Cyrillic: '키릴 문자',
};

/** The answers in several languages in Korean. */
export const koreanLanguages: LanguagesWords = {
  textHeading: '글자 수와 첫 글자',
  textIntro:
    '토큰 하나에 담기는 글의 양은 언어마다 다릅니다. 글자/s는 읽는 사람이 실제로 받는 양으로, 토큰 속도를 글자당 토큰 수로 나눈 값입니다(공백 제외). 첫 토큰과 첫 글자까지의 시간은 중앙값이며, 한 글자가 여러 토큰으로 나뉘어 올 때 서로 달라집니다.',
  answers: '응답 수',
  charactersPerSecond: '글자/s',
  tokensPerCharacter: '글자당 토큰',
  firstToken: '첫 토큰 (p50)',
  firstText: '첫 글자 (p50)',
  qualityHeading: '응답 품질',
  qualityIntro:
    '응답마다 정해진 규칙으로 검사했습니다. 언어와 문자, 빈 응답, 문장 중간에서 끊김, 반복, 깨진 글자, 채팅 템플릿 표시의 노출, 거절로 시작하는지를 봅니다. 이런 결함을 찾을 뿐, 내용이 맞는지 글이 좋은지는 판정하지 않습니다.',
  quality: '판정',
  judged: '양호한 응답',
  judgedText: (good, judged) => `${formats.count(judged)}개 중 ${formats.count(good)}개`,
  reasons: '발견된 문제',
  verdict: { good: '양호', doubtful: '의심', bad: '불량', none: '판정 없음' },
  reason: (reason) => `${reasonText(reason)}: ${formats.count(reason.answers)}개`,
  noReason: '없음',
  atLimit: (answers, judged) =>
    `검사한 응답 ${formats.count(judged)}개 중 ${formats.count(answers)}개는 벤치마크가 요청한 토큰 수에서 끝났습니다. 끝난 위치는 문제로 보지 않습니다.`,
  notJudged: (answers) =>
    `완료된 응답 가운데 ${formats.count(answers)}개는 검사하지 않았습니다. 본문은 앞의 응답만 보관합니다.`,
  simulated: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 시뮬레이션 서버입니다. 낱말을 늘어놓은 응답이므로 이 판정은 모델의 품질과 관계가 없습니다.`,
  ratingsHeading: '평점',
  ratingsIntro:
    '측정이 끝난 뒤 이 보고서의 발췌문을 보고 매긴 점수입니다. 1점은 쓸모없음, 5점은 매우 우수함입니다.',
  ratedBy: '평가자',
  rater: (by, name) => (by === 'model' ? `${name} (모델)` : name),
  score: '점수',
  scoreText: (score) => `5점 만점에 ${formats.requests(score)}점`,
  remark: '의견',
  rubric: (name) => `${name}에게 제시된 평가 기준`,
  excerptsHeading: '응답 발췌',
};

function reasonText({ code, share, detail }: SummedReason): string {
  const percent = share === null ? '' : formats.share(share);
  switch (code) {
    case 'other-language':
      if (isNone(share))
        return `다른 언어로 작성됨${detail === null ? '' : `(${formats.languageName(detail)})`}`;
      return `요청한 언어로 쓴 부분이 ${percent}뿐임${detail === null ? '' : `(나머지는 주로 ${formats.languageName(detail)})`}`;
    case 'script-share':
      return `글자의 ${percent}가 ${scripts[detail ?? ''] ?? `${detail ?? '다른'} 문자`}`;
    case 'empty':
      return '내용 없음';
    case 'cut':
      return `문장 중간에서 끝남("${detail ?? ''}")`;
    case 'repetition':
      return detail === 'end' ? `끝부분이 반복됨(${percent})` : `같은 내용이 반복됨(${percent})`;
    case 'broken-characters':
      return `깨진 글자(${detail ?? ''})`;
    case 'leaked-markup':
      return `템플릿 표시가 노출됨(${detail ?? ''})`;
    case 'refusal':
      return `거절로 시작함("${detail ?? ''}")`;
  }
}
