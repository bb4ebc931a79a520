import { createFormats } from '../formats.ts';
import { isNone, type LanguagesWords, type ScriptNames, type SummedReason } from '../languages-words.ts';
import { englishList } from './phrases.ts';

const formats = createFormats('en');

const scripts: ScriptNames = { Han: 'Chinese characters', Hangul: 'Hangul', Latin: 'Latin letters' };

/** The answers in several languages in English. */
export const englishLanguages: LanguagesWords = {
  textHeading: 'Text and first text',
  textIntro:
    'A token is another amount of text in each language: characters/s is what a reader gets, the speed in tokens divided by the tokens that a character takes. White space is not counted. First token and first visible text are medians; they differ where a character comes in several tokens.',
  answers: 'Answers',
  charactersPerSecond: 'Characters/s',
  tokensPerCharacter: 'Tokens per character',
  firstToken: 'First token (p50)',
  firstText: 'First visible text (p50)',
  qualityHeading: 'Quality of the answers',
  qualityIntro:
    'Each answer was checked by rules: its language and script, whether it is empty or ends within a sentence, repeats itself, has broken characters or marks of a chat template, or begins like a refusal. The rules find such faults; they do not say whether an answer is true or well written.',
  quality: 'Verdict',
  judged: 'Good answers',
  judgedText: (good, judged) => `${formats.count(good)} of ${formats.count(judged)}`,
  reasons: 'What was found',
  verdict: { good: 'good', doubtful: 'doubtful', bad: 'bad', none: 'not judged' },
  reason: (reason) =>
    `${reasonText(reason)}: ${formats.count(reason.answers)} ${reason.answers === 1 ? 'answer' : 'answers'}`,
  noReason: 'nothing',
  atLimit: (answers, judged) =>
    `${formats.count(answers)} of the ${formats.count(judged)} judged answers were ended by the number of tokens that the benchmark asked for; where they end is not held against them.`,
  notJudged: (answers) =>
    `${formats.count(answers)} more answers were completed and not judged: only the texts of the first ones are kept.`,
  simulated: (targets) =>
    `${englishList(targets)} ${targets.length === 1 ? 'is' : 'are'} simulated: the answers are loose words, and what was found says nothing about a model.`,
  ratingsHeading: 'Ratings',
  ratingsIntro:
    'Given after the measurement, from 1 (useless) to 5 (excellent), to the excerpts in this report.',
  ratedBy: 'Rated by',
  rater: (by, name) => (by === 'model' ? `${name} (model)` : name),
  score: 'Score',
  scoreText: (score) => `${formats.requests(score)} of 5`,
  remark: 'Remark',
  rubric: (name) => `The rubric that ${name} was given`,
  excerptsHeading: 'Excerpts',
};

function reasonText({ code, share, detail }: SummedReason): string {
  const percent = share === null ? '' : formats.share(share);
  switch (code) {
    case 'other-language':
      if (isNone(share))
        return `in another language${detail === null ? '' : ` (${formats.languageName(detail)})`}`;
      return `only ${percent} of the text in the language asked for${detail === null ? '' : `, the rest mostly ${formats.languageName(detail)}`}`;
    case 'script-share':
      return `${percent} of the letters are ${scripts[detail ?? ''] ?? detail ?? 'foreign'}`;
    case 'empty':
      return 'no text';
    case 'cut':
      return `ends within a sentence ("${detail ?? ''}")`;
    case 'repetition':
      return detail === 'end' ? `ends in a loop (${percent} repeated)` : `repeats itself (${percent})`;
    case 'broken-characters':
      return `broken characters (${detail ?? ''})`;
    case 'leaked-markup':
      return `marks that belong to the template (${detail ?? ''})`;
    case 'refusal':
      return `begins like a refusal ("${detail ?? ''}")`;
  }
}
