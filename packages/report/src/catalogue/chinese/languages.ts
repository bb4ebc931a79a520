import { createFormats } from '../formats.ts';
import { isNone, type LanguagesWords, type ScriptNames, type SummedReason } from '../languages-words.ts';
import { chineseList } from './phrases.ts';

const formats = createFormats('zh');

const scripts: ScriptNames = {
  Han: '汉字',
  Hangul: '韩文字母',
  Latin: '拉丁字母',
  Hiragana: '平假名',
  Katakana: '片假名',
  Cyrillic: '西里尔字母',
};

/** The answers in several languages in Chinese. */
export const chineseLanguages: LanguagesWords = {
  textHeading: '字数与首字时间',
  textIntro:
    '同样一个 token，在不同语言里对应的文字量并不相同。字符/s 是读者实际得到的速度，即 token 速度除以每个字符所需的 token 数（不计空白）。首 token 时间和首个可见文字时间均为中位数；一个字符分成几个 token 输出时，两者会有差别。',
  answers: '回答数',
  charactersPerSecond: '字符/s',
  tokensPerCharacter: '每字符 token 数',
  firstToken: '首 token（p50）',
  firstText: '首个可见文字（p50）',
  qualityHeading: '回答质量',
  qualityIntro:
    '每个回答都按固定规则检查：语言和文字是否正确、是否为空、是否在句中中断、是否重复、有无乱码、有无泄漏的对话模板标记、是否以拒绝开头。这些规则只找出此类缺陷，不判断内容是否正确、文笔是否优美。',
  quality: '判定',
  judged: '良好的回答',
  judgedText: (good, judged) => `${formats.count(good)}/${formats.count(judged)}`,
  reasons: '发现的问题',
  verdict: { good: '良好', doubtful: '存疑', bad: '不合格', none: '未判定' },
  reason: (reason) => `${reasonText(reason)}：${formats.count(reason.answers)} 个`,
  noReason: '无',
  atLimit: (answers, judged) =>
    `已检查的 ${formats.count(judged)} 个回答中，有 ${formats.count(answers)} 个因达到测试所要求的 token 数而结束，结束的位置不计为缺陷。`,
  notJudged: (answers) => `另有 ${formats.count(answers)} 个已完成的回答未检查：只保留最先完成的回答的全文。`,
  simulated: (targets) =>
    `${chineseList(targets)} 是模拟服务器，其回答只是词语的堆砌，这里的判定与模型质量无关。`,
  ratingsHeading: '评分',
  ratingsIntro: '测量结束后，对本报告中的摘录给出的评分：1 分为毫无用处，5 分为非常出色。',
  ratedBy: '评分者',
  rater: (by, name) => (by === 'model' ? `${name}（模型）` : name),
  score: '得分',
  scoreText: (score) => `${formats.requests(score)}/5`,
  remark: '评语',
  rubric: (name) => `提供给 ${name} 的评分标准`,
  excerptsHeading: '回答摘录',
};

function reasonText({ code, share, detail }: SummedReason): string {
  const percent = share === null ? '' : formats.share(share);
  switch (code) {
    case 'other-language':
      if (isNone(share))
        return `使用了其他语言${detail === null ? '' : `（${formats.languageName(detail)}）`}`;
      return `仅 ${percent} 的文字使用了所要求的语言${detail === null ? '' : `，其余多为${formats.languageName(detail)}`}`;
    case 'script-share':
      return `${percent} 的字母是${scripts[detail ?? ''] ?? `其他文字（${detail ?? ''}）`}`;
    case 'empty':
      return '没有内容';
    case 'cut':
      return `在句中结束（“${detail ?? ''}”）`;
    case 'repetition':
      return detail === 'end' ? `结尾陷入重复（${percent}）` : `内容重复（${percent}）`;
    case 'broken-characters':
      return `乱码（${detail ?? ''}）`;
    case 'leaked-markup':
      return `泄漏模板标记（${detail ?? ''}）`;
    case 'refusal':
      return `以拒绝开头（“${detail ?? ''}”）`;
  }
}
