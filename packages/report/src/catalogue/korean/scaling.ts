import { createFormats } from '../formats.ts';
import type { FitWords, GrowthWords, LatencyWords, ScalingWords } from '../scaling-words.ts';
import { withParticle } from './particle.ts';
import { koreanUsers } from './phrases.ts';
import { koreanLimit, koreanLoadLimit } from './scaling-limits.ts';

const formats = createFormats('ko');

const growth: GrowthWords = {
  linear:
    '선형 확장이란 모든 사용자가 가장 가벼운 부하에서의 속도를 그대로 유지하는 경우입니다. ‘선형 대비’는 그 속도가 얼마나 남았는지를 나타냅니다.',
  intervals: '평균 옆의 범위는 반복 측정에 대한 95% 신뢰 구간입니다(스튜던트 t 분포).',
  otherSuite: (suite, count) =>
    `${koreanUsers(count)}의 값은 ‘${suite}’ 측정에서 가져온 것으로, 프롬프트와 응답의 길이가 다를 수 있습니다.`,
  efficiency: (target, at, best, share) =>
    `${target}: ${koreanUsers(at.users)}에서 사용자당 속도는 ${formats.rate(at.perUser)}로, ${koreanUsers(best.users)}일 때(${formats.rate(best.perUser)})의 ${formats.share(share)}입니다.`,
  superlinear: (target, at, base) =>
    `${target}: 사용자당 속도가 ${koreanUsers(base.users)}일 때(${formats.rate(base.perUser)})보다 ${koreanUsers(at.users)}일 때(${formats.rate(at.perUser)}) 더 빠릅니다. 부하가 늘어 사용자가 빨라질 수는 없으므로 가벼운 쪽 측정값(예: 콜드 스타트)과 이를 기준으로 한 비율은 모두 믿기 어렵습니다.`,
  saturated: (target, { users, throughput, gainAfter }) =>
    `${withParticle(target, '은/는')} ${koreanUsers(users)}부터 포화 상태입니다. 이때 처리량은 ${formats.rate(throughput)}이고, ${
      gainAfter > 0
        ? `부하를 더 늘려도 증가 폭은 ${formats.share(gainAfter)}를 넘지 않습니다`
        : '부하를 더 늘려도 이보다 높아지지 않습니다'
    }.`,
  lastStep: (target, { from, to, gain }) =>
    `${withParticle(target, '은/는')} ${koreanUsers(to)}까지 포화되지 않았습니다. ${formats.count(from)}명에서 ${formats.count(to)}명으로 늘릴 때 처리량이 ${formats.share(Math.abs(gain))} ${gain >= 0 ? '늘었습니다' : '줄었습니다'}.`,
  knee: (target, { users, low, high, isResampled }) =>
    `${withParticle(target, '은/는')} ${koreanUsers(users)}에서 증가세가 꺾입니다(포화 시작점, Kneedle 방식. ${
      isResampled ? '반복 측정과 이웃한 부하를 반영한 95% 구간' : '이웃한 부하 사이'
    } ${formats.count(low)}~${formats.count(high)}명).`,
  noBend: (target, heaviest) =>
    `${withParticle(target, '은/는')} ${koreanUsers(heaviest)}까지 증가세가 꺾이는 지점이 없습니다.`,
  crosses: ({ below, above, users, low, high, isOneRepeat, doubtful }) =>
    `사용자 ${formats.requests(users)}명을 전환점으로 그 아래에서는 ${withParticle(below, '이/가')}, 그 위에서는 ${withParticle(above, '이/가')} 앞섭니다(선형 보간. ${
      isOneRepeat
        ? `측정한 부하 ${formats.requests(low)}명과 ${formats.requests(high)}명 사이이며, 1회 측정이라 오차를 알 수 없음`
        : `95% 신뢰 구간 ${formats.requests(low)}~${formats.requests(high)}명`
    }).${doubtful === null ? '' : ` 이 전환점은 믿기 어려운 ${doubtful.target}의 ${koreanUsers(doubtful.users)} 측정값에 달려 있습니다.`}`,
  neverCrosses: (ahead, behind, { from, to, isOneRepeat, isEvenBetween }) =>
    isEvenBetween
      ? `사용자 ${formats.count(from)}명과 ${formats.count(to)}명에서 모두 ${withParticle(ahead, '이/가')} ${behind}보다 앞서고, 그 사이에는 우열이 가려지지 않는 부하가 있습니다. 전환점은 보이지 않습니다.`
      : `사용자 ${formats.count(from)}명부터 ${formats.count(to)}명까지 모든 부하에서 ${withParticle(ahead, '이/가')} ${behind}보다 앞서 전환점이 없습니다${isOneRepeat ? '(1회 측정이라 오차를 알 수 없음)' : ''}.`,
  undecided: ({ one, other, why, lighter, heavier }) => {
    const pair = withParticle(`${withParticle(one, '과/와')} ${other}`, '은/는');
    if (why === 'too-few-levels')
      return `${pair} 함께 비교할 수 있는 부하가 둘보다 적어 전환점을 알 수 없습니다.`;
    if (why === 'intervals-overlap')
      return `${pair} 어느 부하에서도 우열이 가려지지 않아 전환점을 알 수 없습니다.`;
    if (why === 'several-crossings')
      return `${pair} 처리량이 여러 번 엇갈려 하나의 전환점으로 말할 수 없습니다.`;
    if (heavier !== null)
      return `가장 무거운 부하에서는 ${withParticle(heavier, '이/가')} 앞서지만 가장 가벼운 부하에서는 우열이 가려지지 않아 전환점을 알 수 없습니다.`;
    if (lighter !== null)
      return `가장 가벼운 부하에서는 ${withParticle(lighter, '이/가')} 앞서지만 가장 무거운 부하에서는 우열이 가려지지 않아 전환점을 알 수 없습니다.`;
    return `${pair} 가장 가벼운 부하와 가장 무거운 부하에서 우열이 가려지지 않아 전환점을 알 수 없습니다.`;
  },
  loadLimit: koreanLoadLimit,
  unusable: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 무효가 아닌 부하가 둘보다 적어 처리량이 어떻게 늘어나는지 판단하지 않습니다.`,
  missing: (part, reason, targets) => {
    const names = withParticle(targets.join(', '), '은/는');
    const what = {
      usl: '확장성 법칙을 맞추지 않았습니다',
      knee: '포화 시작점을 구하지 않았습니다',
      saturation: '포화 여부를 판단하지 않았습니다',
    }[part];
    const why = {
      'too-few-levels': `쓸 수 있는 부하가 ${{ usl: 3, knee: 4, saturation: 2 }[part]}개보다 적어`,
      'no-growth': '모든 부하에서 처리량이 같아',
      'no-fit': '측정값만으로는 정해지지 않아',
      'still-grows': '처리량이 계속 늘고 있어',
      'no-bend': '증가세가 꺾이지 않아',
    }[reason];
    return `${names} ${why} ${what}.`;
  },
};

const fit: FitWords = {
  heading: '보편 확장성 법칙(USL)',
  intro:
    'X(N) = λN / (1 + σ(N − 1) + κN(N − 1))을 최소제곱법으로 맞춘 결과입니다. λ는 사용자 혼자일 때의 속도, σ는 차례를 기다리는 작업의 비율, κ는 사용자 쌍마다 늘어나는 비용입니다.',
  lambda: 'λ (tok/s)',
  sigma: 'σ',
  kappa: 'κ',
  determination: 'R²',
  relativeError: '상대 오차',
  peak: '곡선의 최고점',
  peakAt: (count, throughput) => `사용자 ${formats.count(count)}명에서 ${formats.rate(throughput)}`,
  noPeak: '측정 범위 안팎에 없음',
  errors: '± 뒤는 표준 오차입니다.',
  threeLevels: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 부하 셋으로 매개변수 셋을 정했으므로 표준 오차는 알 수 없고 상대 오차도 의미가 없습니다.`,
  misfit: (targets, relativeError) =>
    `${withParticle(targets.join(', '), '은/는')} 곡선이 측정값과 ${formats.share(relativeError)} 어긋납니다. 이 법칙으로 설명되지 않는 증가이므로 매개변수에 의미를 두지 마세요.`,
  atBound: (targets) =>
    `${targets.join(', ')}: ±가 없는 값은 하한인 0에 놓인 것으로, 측정한 부하에서는 그 영향이 보이지 않습니다.`,
};

const latency: LatencyWords = {
  heading: '처리량과 지연 시간',
  intro: '사용자를 늘릴 때마다 처리량이 얼마나 늘고, 그 대가로 첫 토큰 시간이 얼마나 길어지는지 보여 줍니다.',
  gain: '직전 부하 대비 처리량',
  growth: (percentile) => `가장 가벼운 부하 대비 TTFT ${percentile}`,
};

/** The scaling section in Korean. */
export const koreanScaling: ScalingWords = { growth, fit, latency, limit: koreanLimit };
