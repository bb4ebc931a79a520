import { withParticle } from '../../packages/report/src/catalogue/korean/particle.ts';

/** What is wrong with a document's text: a sentence for each thing that a reader would stumble over. */
export function documentProblems(markdown: string, language: 'ko' | 'en' | 'zh'): string[] {
  const text = ownText(markdown);
  const problems = [
    ...matches(text, /.{0,30}(?:undefined|NaN|Infinity|\[object|\bnull\b).{0,30}/g, 'a missing value'),
    ...matches(text, /.{0,20}[^\s|] {2,}(?=[^\s|]).{0,20}/g, 'two spaces'),
    ...matches(text, /.{0,30}\(\).{0,20}|.{0,30}（）.{0,20}/g, 'empty brackets'),
    ...matches(text, /^\|.*\| \|$|^#+ *$/gm, 'an empty heading'),
    ...unevenTables(text),
  ];
  if (language === 'en') return [...problems, ...matches(text, /.{0,20}[가-힣]{2,}.{0,20}/g, 'Korean')];
  const english = /.{0,40}\b(?:the|of|is|was|were|are|not|and|with|which|does)\b.{0,40}/g;
  const foreign = [...problems, ...matches(text, english, 'English')];
  return language === 'ko'
    ? [...foreign, ...wrongParticles(text)]
    : [...foreign, ...matches(text, /.{0,20}[\u4e00-\u9fff][,;:!?](?![\w/]).{0,20}/g, 'a half-width sign')];
}

/** Without code, quoted prompts and answers, names that the tool did not choose, and notes of a source. */
function ownText(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replace(/^> .*$/gm, '')
    .replace(/^# .*$/m, '')
    .replaceAll(/Qwen3-8B on an RTX 5090, vLLM and SGLang/g, 'NAME')
    .replaceAll(/호환성|아키텍처|우수/g, 'NOTE')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/<\/?(?:details|summary)>/g, '');
}

const matches = (text: string, pattern: RegExp, what: string): string[] =>
  (text.match(pattern) ?? []).map((found) => `${what}: ${found}`);

/** Every row of a table has as many cells as its head. */
function unevenTables(text: string): string[] {
  const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
  return text.split(/\n{2,}/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('|'));
    const [head] = lines;
    return head === undefined
      ? []
      : lines.filter((line) => cells(line) !== cells(head)).map((line) => `an uneven row: ${line}`);
  });
}

const pairs = ['은/는', '이/가', '을/를', '과/와'] as const;

/** Particles behind numbers and Latin names that their reading does not ask for. */
function wrongParticles(text: string): string[] {
  const found = [...text.matchAll(/([A-Za-z][\w.-]*|\d[\d,.]*)(은|는|이|가|을|를|과|와)(?=[\s,.])/g)];
  return found.flatMap(([whole, word = '', particle = '']) => {
    const pair = pairs.find((one) => one.split('/').includes(particle));
    return pair === undefined || withParticle(word, pair) === whole ? [] : [`a wrong particle: ${whole}`];
  });
}
