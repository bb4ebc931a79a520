import type { Cautions, Findings, LighterLevels } from '../findings-words.ts';
import { createFormats } from '../formats.ts';
import type { Named, Outcome } from '../statement-parts.ts';
import { withParticle } from './particle.ts';
import { koreanInterval, koreanPlainRatio, koreanUsers, koreanWhyInconclusive } from './phrases.ts';

const formats = createFormats('ko');
const rates = (named: readonly Named[]): string =>
  named.map(({ target, value }) => `${withParticle(target, '은/는')} ${formats.rate(value)}`).join(', ');

/** The sentence after the figures: who won by how much, or why nobody did. */
function verdictSentence(outcome: Outcome, adjective: string): string {
  switch (outcome.kind) {
    case 'won':
      return `${withParticle(outcome.winner, '이/가')} ${formats.ratio(outcome.factor)}배 ${adjective}(95% 신뢰 구간 ${koreanInterval(outcome.low, outcome.high)}).`;
    case 'no-difference':
      return outcome.low === null || outcome.high === null
        ? '유의한 차이는 없습니다.'
        : `유의한 차이는 없습니다(비율의 95% 신뢰 구간 ${koreanInterval(outcome.low, outcome.high)}).`;
    case 'inconclusive':
      return `${outcome.ratio === null ? '' : `${koreanPlainRatio(outcome.ratio)}이지만 `}우열은 판정할 수 없습니다${koreanWhyInconclusive(outcome.why)}.`;
    case 'one-value':
    case 'not-compared':
      return '두 값은 서로 비교하지 않았습니다.';
  }
}

export const koreanFindings: Findings = {
  singleUserTarget: (target, ttft, speed) =>
    ttft === null
      ? `사용자 1명일 때 ${target}의 속도는 ${formats.rate(speed)}입니다.`
      : `사용자 1명일 때 ${withParticle(target, '은/는')} 첫 토큰까지 ${formats.duration(ttft.micros)}(${ttft.statistic === 'mean' ? '평균' : 'p50'})가 걸리고, 응답 전체의 속도는 ${formats.rate(speed)}입니다.`,
  singleUserOutcome: (outcome, speeds, notSteady) =>
    `단일 사용자 속도: ${rates(speeds)}. ${verdictSentence(outcome, '빠릅니다')}${
      notSteady === null ? '' : ` 단, ${notSteady}의 값은 정상 상태에서 나온 것이 아닙니다(아래 참고).`
    }`,
  peak: (target, users, rate, perUser) =>
    `${koreanUsers(users)}에서 ${target}의 출력 처리량은 ${formats.rate(rate)}, 사용자당 ${formats.rateNumber(perUser)} tok/s입니다.`,
  peakOutcome: (users, outcome, named, lighter) =>
    `${koreanUsers(users)}의 출력 처리량: ${rates(named)}. ${verdictSentence(outcome, '높습니다')}${lighterSentence(lighter)}`,
  crossover: (below, above, users, span) =>
    `${withParticle(`사용자 ${formats.requests(users)}명`, '을/를')} 경계로 그보다 적으면 ${below}, 많으면 ${above}의 출력 처리량이 더 높습니다${
      span === null
        ? '. 보간한 값이라 신뢰 구간은 없습니다'
        : span.isInterval
          ? `(95% 신뢰 구간 ${formats.requests(span.low)}~${formats.requests(span.high)}명)`
          : `. 측정한 ${formats.count(span.low)}명과 ${formats.count(span.high)}명 사이를 보간한 값이라 신뢰 구간은 없습니다`
    }.`,
  growth: (from, to, growths) =>
    `동시 사용자가 ${formats.count(from)}명에서 ${formats.count(to)}명으로 ${formats.requests(to / from)}배 늘 때 출력 처리량은 ${growths
      .map(({ target, value }) => `${withParticle(target, '이/가')} ${formats.ratio(value)}배`)
      .join(', ')}가 됩니다.`,
  firstTokenUnderLoad: (users, worst, percentile) =>
    `${koreanUsers(users)}일 때 첫 토큰 시간(${percentile}): ${worst
      .map(({ target, value }) => `${withParticle(target, '은/는')} ${formats.duration(value)}`)
      .join(', ')}.`,
  startUp: (seconds) =>
    `초기화 시간: ${seconds.map(({ target, value }) => `${withParticle(target, '은/는')} ${formats.seconds(value)}`).join(', ')}.`,
  memory: (phase, bytes, less) =>
    `${phase === 'inference' ? '사용자 1명일 때' : '가장 무거운 부하에서'} 쓴 메모리: ${bytes.map(({ target, value }) => `${withParticle(target, '은/는')} ${formats.bytes(value)}`).join(', ')}.${
      less === null ? '' : ` ${withParticle(less.target, '이/가')} ${formats.bytes(less.value)} 적게 씁니다.`
    }`,
  physicalLimit: (users, limit, accelerator, shares) =>
    `${koreanUsers(users)}일 때 ${accelerator === '' ? '하드웨어' : accelerator}에서 가능한 최대 속도는 ${formats.rate(limit)}이며, ${shares
      .map(
        ({ target, value, tokensPerSecond, suite }) =>
          `${withParticle(target, '은/는')} ${formats.rate(tokensPerSecond)}(${formats.share(value)}${suite === null ? '' : `, ${suite} 측정값`})`,
      )
      .join(', ')}에 이릅니다.`,
  rate: (target, rate, ttft, percentile) =>
    `초당 요청 ${formats.requests(rate)}건일 때 ${target} 사용자는 예정된 도착 시각부터 첫 토큰까지 ${formats.duration(ttft)}(${percentile})를 기다립니다.`,
  capacity: (target, slo, level, low, high) =>
    `${withParticle(target, '은/는')} ${level}까지 ${withParticle(slo, '을/를')} 지킵니다${
      low === null || high === null ? '' : `. 한계는 ${low}에서 ${high} 사이에 있습니다`
    }${low !== null && high === null ? '. 어디서 한계에 이르는지는 찾지 못했습니다' : ''}.`,
  targetNotMeasured: (target, reason) =>
    `${withParticle(target, '은/는')} 측정하지 못했습니다${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`}.`,
  everyStageFailed: (target, stages, reason) =>
    `${withParticle(target, '은/는')} 측정하지 못했습니다. ${stages === 1 ? '하나뿐인 단계가' : `${formats.count(stages)}개 단계가 모두`} 실패했습니다${reason === '' ? '' : `(${reason})`}.`,
  repeats: (repeats, verdict, over) =>
    [
      `${formats.count(repeats)}회 측정, ${{ valid: '유효', suspect: '의심', invalid: '무효' }[verdict]}`,
      ...(repeats === 1 && over === 'requests' ? ['신뢰 구간은 한 번 측정한 요청들에서 구함'] : []),
      ...(repeats === 1 && over === 'blocks' ? ['신뢰 구간은 한 번 측정한 시간 구간들에서 구함'] : []),
    ].join('; '),
  noUsableLevel:
    '동시 사용자 성능은 판단할 수 없습니다. 모든 조건에서 무효인 단계가 있거나 측정되지 않은 대상이 있습니다.',
  nothing: (stages, failed, reason) =>
    stages === 0 || failed === 0
      ? '근거로 삼을 만한 측정값이 없습니다.'
      : `${failed === stages ? (stages === 1 ? '하나뿐인 단계가' : `${formats.count(stages)}개 단계가 모두`) : `${formats.count(stages)}개 단계 중 ${formats.count(failed)}개가`} 실패했습니다${reason === '' ? '' : `(${reason})`}. 보고할 수치가 없습니다.`,
};

function lighterSentence(lighter: LighterLevels | null): string {
  if (lighter === null) return '';
  const { fewestUsers, mostUsers, least, greatest } = lighter;
  const [first, last] = [formats.ratio(least), formats.ratio(greatest)];
  const where =
    fewestUsers === mostUsers
      ? `${formats.count(fewestUsers)}명`
      : `${formats.count(fewestUsers)}~${formats.count(mostUsers)}명`;
  return ` ${where}에서는 ${first === last ? first : `${first}~${last}`}배입니다.`;
}

/** Names of levels; those with a comma inside are kept apart by semicolons. */
const listOf = (levels: readonly string[]): string =>
  levels.join(levels.some((level) => level.includes(',')) ? '; ' : ', ');

export const koreanCautions: Cautions = {
  simulated: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 시뮬레이션 서버입니다. 이 수치는 도구가 무엇을 측정하는지 보여 줄 뿐, 실제 엔진의 속도가 아닙니다.`,
  imported: (tool, files) =>
    `이 수치는 ${tool === null ? '문서' : `${tool}의 파일`}(${files})에서 가져온 것입니다. Kneepoint가 직접 측정하지 않았으므로 클라이언트 상태, 측정 구간, 표본 수를 보증할 수 없습니다.`,
  combined: (results, from, to) =>
    `서로 다른 시각(${from} ~ ${to})에 측정한 결과 ${formats.count(results)}개를 합쳤습니다. 그 사이에 달라진 조건도 차이에 섞여 있습니다.`,
  aboveLimit: (target, users, measured, limit) =>
    `${koreanUsers(users)}일 때 ${target}의 ${withParticle(formats.rate(measured), '은/는')} 하드웨어가 낼 수 있는 최대 ${withParticle(formats.rate(limit), '을/를')} 넘습니다. 측정이 잘못되었거나, 모델이나 가속기가 적힌 것과 다릅니다.`,
  notSteady: (target, alone, users, each) =>
    `${target}의 단일 사용자 속도는 ${formats.rate(alone)}인데 ${koreanUsers(users)}일 때는 한 명이 ${withParticle(formats.rate(each), '을/를')} 얻습니다. 단일 사용자 값은 정상 상태가 아니라 콜드 스타트 등에서 나온 것으로 보이며, 이 값에 근거한 판단은 모두 유보해야 합니다.`,
  untrusted: (places, morePlaces, verdict, reasons) => {
    const more = morePlaces > 0 ? ` 외 ${formats.count(morePlaces)}개 조건` : '';
    const worst = places.length > 1 ? '가장 심한 경우 ' : '';
    const why = reasons.length === 0 ? '' : ` — ${worst}${reasons.join(', ')}`;
    return `${{ suspect: '의심', invalid: '무효' }[verdict]}: ${places.join('; ')}${more}${why}.`;
  },
  where: (target, level, repeats) =>
    `${target}, ${level}${repeats.length === 0 ? '' : `, ${repeats.join('·')}회차`}`,
  oneRepeat:
    '각 조건을 한 번만 측정했습니다. 측정할 때마다 값이 얼마나 달라지는지 알 수 없으므로 작은 차이에는 의미를 둘 수 없습니다.',
  tooFewSamples: (percentile, levels, total) => {
    const where =
      levels.length === total
        ? '모든 조건'
        : levels.length > 4
          ? `${formats.count(total)}개 조건 중 ${formats.count(levels.length)}개`
          : listOf(levels);
    return `${where}에서 표본이 부족해 첫 토큰 시간의 ${withParticle(percentile, '을/를')} 구할 수 없습니다.`;
  },
  differentModels: (models) => `대상마다 서비스하는 모델이 다릅니다: ${models.join(', ')}.`,
  differentLevels: (targets, levels, more) =>
    `${withParticle(targets.join(', '), '은/는')} ${listOf(levels)}${more > 0 ? ` 외 ${formats.count(more)}개 조건` : ''}에서 측정하지 않았습니다. 이 조건에서는 비교할 수 없습니다.`,
  differentLength: (level, lengths) =>
    `${level}에서 응답의 평균 길이가 서로 다릅니다(${lengths
      .map(({ target, value }) => `${target} ${formats.count(value)}토큰`)
      .join(', ')}). 대상들이 같은 양의 일을 한 것이 아닙니다.`,
  parity: (differences, favoured) =>
    `대상들의 조건이 같지 않습니다(${differences.join(', ')}).${
      favoured.length === 0
        ? ''
        : ` 차이 ${formats.count(differences.length)}개 중 ${favoured.map(({ target, value }) => `${formats.count(value)}개는 ${target}에`).join(', ')} 유리합니다.`
    }`,
  unfinished: (count, reason) =>
    `끝까지 실행되지 않은 단계가 ${formats.count(count)}개 있습니다${reason === null ? '' : ` (${reason})`}.`,
  dropped: (level, dropped, planned) =>
    `${level}에서는 진행 중인 요청이 너무 많아, 계획한 ${formats.count(planned)}건 중 ${formats.count(dropped)}건을 보내지 못했습니다.`,
  none: '이 결과에서 수치의 의미를 제한하는 문제는 발견되지 않았습니다.',
};
