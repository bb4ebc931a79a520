import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { auditMetric, identityNames, sumNames } from './audit-names.ts';
import { withParticle } from './particle.ts';
import { koreanUsers } from './phrases.ts';

const formats = createFormats('ko');
const { stated, brief, limitShare, percentile } = createAuditNumbers('ko', formats);
const rate = formats.rateNumber;

const units = {
  tokens: (text: string) => `${text}토큰`,
  'tok/s': (text: string) => `${text} tok/s`,
  requests: (text: string) => `${text}건`,
};

/** Findings about figures in Korean: contradictions, physics, statistics. */
export const koreanAuditFigures = {
  'single-user-slower-than-shared': {
    says: ({ target, singleTokensPerSecond, shared, languages, steadyTokensPerSecond, coldStart }) => {
      const against = [
        ...(shared === null
          ? []
          : [
              `${koreanUsers(shared.users)}일 때의 사용자당 속도는 ${rate(shared.perUserTokensPerSecond)} tok/s`,
            ]),
        ...(languages === null
          ? []
          : [`언어 테스트에서는 ${brief(languages.low)}~${brief(languages.high)} tok/s`]),
      ];
      const cold =
        coldStart === null
          ? ''
          : ` ${formats.count(coldStart.tokens)}토큰에 ${stated(coldStart.seconds)}초가 걸렸는데 ${brief(steadyTokensPerSecond)} tok/s라면 ${brief(coldStart.steadySeconds)}초면 됩니다. 나머지 약 ${brief(coldStart.unexplainedSeconds)}초는 다른 데 쓰인 시간입니다.`;
      return `${target}의 단일 사용자 속도가 ${stated(singleTokensPerSecond)} tok/s로 적혀 있으나, ${against.join('이고 ')}입니다. 안정된 상태의 값이 아니며 콜드 스타트가 섞였을 가능성이 큽니다.${cold}`;
    },
    todo: () => '워밍업을 마친 뒤 단일 사용자를 여러 번 다시 측정하고, 첫 요청은 제외하세요.',
  },
  'winner-rests-on-cold-number': {
    says: ({
      winner,
      loser,
      coldTokensPerSecond,
      steadyTokensPerSecond,
      winnerTokensPerSecond,
      statements,
    }) =>
      `단일 사용자에서 누가 빠른지, 몇 명부터 앞서는지에 관한 문장 ${formats.count(statements)}개가 ${loser}의 콜드 스타트 수치 하나(${stated(coldTokensPerSecond)} tok/s)에 기대고 있습니다. 같은 문서의 다른 곳에 있는 ${withParticle(loser, '은/는')} 약 ${brief(steadyTokensPerSecond)} tok/s로 ${winner}의 ${stated(winnerTokensPerSecond)} tok/s보다 빠릅니다.`,
    todo: ({ winner, loser }) =>
      `${withParticle(loser, '을/를')} 워밍업 후에 다시 재기 전에는 ${withParticle(winner, '이/가')} 단일 사용자에서 더 빠르다고 쓰지 마세요.`,
  },
  'crossover-against-table': {
    says: ({ winner, other, statedUsers, tableUsers, steady }) =>
      `${withParticle(winner, '이/가')} ${stated(statedUsers)}명부터 앞선다고 적혀 있으나, ${
        tableUsers === null
          ? `표의 수치에는 ${withParticle(other, '과/와')} 순서가 바뀌는 지점이 없습니다`
          : `표의 값을 이어 보면 ${brief(tableUsers)}명에서 ${withParticle(other, '을/를')} 앞지릅니다`
      }.${
        steady === null
          ? ''
          : steady.users === null
            ? ' 안정된 단일 사용자 속도를 넣으면 전환점 자체가 없습니다.'
            : ` 안정된 단일 사용자 속도를 넣으면 ${brief(steady.users)}명입니다.`
      }`,
    todo: () => '보간한 전환점을 신뢰 구간과 함께 적거나, 그 주변의 부하를 측정하세요.',
  },
  'claim-against-table': {
    says: ({ metric, users, statedWinner, statedFactor, tableWinner, tableFactor }) =>
      `${users === null ? '' : `${koreanUsers(users)}의 `}${auditMetric(metric)}에서 ${withParticle(statedWinner, '이/가')} ${statedFactor === null ? '' : `${stated(statedFactor)}배 `}낫다고 적혀 있으나, 수치로는 ${withParticle(tableWinner, '이/가')} ${stated(tableFactor)}배 낫습니다.`,
    todo: () => '문장이나 수치를 바로잡으세요.',
  },
  'figures-do-not-follow': {
    says: ({ identity, stated: written, derived, unit }) =>
      `${identityNames[identity]}: ${withParticle(units[unit](rate(written)), '으로/로')} 적혀 있으나 다른 수치로 계산하면 ${units[unit](rate(derived))}입니다.`,
    todo: () => '한 조건의 수치는 모두 같은 요청, 같은 측정 구간에서 구하세요.',
  },
  'counts-do-not-add-up': {
    says: ({ sum, whole, parts }) =>
      `${sumNames[sum]}: 한쪽은 ${formats.count(whole)}건, 다른 쪽은 ${formats.count(parts)}건입니다.`,
    todo: () => '사라졌거나 두 번 센 요청을 찾기 전에는 이 단계의 수치를 쓰지 마세요.',
  },
  'ratio-does-not-follow': {
    says: ({ baseline, candidate, metric, stated: written, derived }) =>
      `${auditMetric(metric)}에서 ${baseline} 대비 ${candidate}의 비율이 ${stated(written)}로 적혀 있으나 두 수치로 계산하면 ${stated(derived)}입니다.`,
    todo: () => '표시된 수치로 비율을 다시 계산하세요.',
  },
  'linear-scaling-claim': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser, share }) =>
      `${withParticle(target, '이/가')} 선형으로 확장된다고 적혀 있으나, ${formats.count(toUsers)}명일 때 사용자당 속도는 ${formats.count(fromUsers)}명일 때의 ${formats.share(share)}입니다(${rate(toPerUser)} 대 ${rate(fromPerUser)} tok/s).`,
    todo: () => '선형 대비 몇 퍼센트인지, 몇 명까지 그런지 적으세요.',
  },
  'saturation-claim': {
    says: ({ target, fromUsers, fromThroughput, toUsers, toThroughput, gain }) =>
      `${withParticle(target, '이/가')} ${formats.count(fromUsers)}명 이후 포화된다고 적혀 있으나, ${formats.count(fromUsers)}명에서 ${formats.count(toUsers)}명으로 늘 때 처리량이 여전히 ${formats.share(gain)} 늘어납니다(${rate(fromThroughput)}에서 ${rate(toThroughput)} tok/s).`,
    todo: () => '사용자를 늘려도 처리량이 더 늘지 않는 지점만 포화라고 부르세요.',
  },
  'per-user-speed-rises': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser }) =>
      `${target}의 사용자당 속도가 ${formats.count(fromUsers)}명일 때 ${rate(fromPerUser)} tok/s, ${formats.count(toUsers)}명일 때 ${rate(toPerUser)} tok/s로 오히려 빨라집니다.`,
    todo: () => '워밍업, 같은 길이, 캐시되지 않은 프롬프트로 두 조건을 다시 측정하세요.',
  },
  'above-physical-limit': {
    says: ({ target, phase, users, measured, limit, boundBy }) =>
      `${koreanUsers(users)}일 때 ${target}의 ${phase === 'decode' ? '디코딩' : '프리필'} 속도가 ${rate(measured)} tok/s로 적혀 있으나, 이 하드웨어의 ${boundBy === 'bandwidth' ? '메모리 대역폭' : '연산 성능'}으로는 최대 ${rate(limit)} tok/s입니다.`,
    todo: () => '토큰을 어떻게 셌는지, 캐시에서 응답했는지, 모델과 자료형과 GPU가 맞는지 확인하세요.',
  },
  'memory-below-weights': {
    says: ({ target, bytes, weightBytes }) =>
      `${target}의 메모리가 ${withParticle(formats.bytes(bytes), '으로/로')} 적혀 있으나 가중치만 ${formats.bytes(weightBytes)}입니다.`,
    todo: () => '모델과 자료형, 어느 장치의 메모리인지 확인하세요.',
  },
  'memory-above-gpu': {
    says: ({ target, bytes, gpuBytes }) =>
      `${target}의 메모리가 ${withParticle(formats.bytes(bytes), '으로/로')} 적혀 있으나 GPU 메모리는 ${formats.bytes(gpuBytes)}입니다.`,
    todo: () => '단위와, GPU의 값이 맞는지 확인하세요.',
  },
  'start-faster-than-weights': {
    says: ({ target, seconds, weightBytes, leastSeconds }) =>
      `${target}의 초기화 시간이 ${stated(seconds)}초로 적혀 있으나 가중치 ${formats.bytes(weightBytes)}를 읽는 데만 최소 ${stated(leastSeconds)}초가 걸립니다.`,
    todo: () => '가중치가 페이지 캐시에 있었는지, 언제부터 언제까지 쟀는지 적으세요.',
  },
  'share-of-limit': {
    says: ({ target, limit, weightBytes, bandwidth, speeds }) =>
      `${target} 단일 사용자: 물리적 한계 ${rate(limit)} tok/s${
        weightBytes === null || bandwidth === null
          ? ''
          : `(가중치 ${formats.bytes(weightBytes)}, 대역폭 ${formats.count(bandwidth / 1e9)} GB/s)`
      } 대비 ${speeds.map(({ tokensPerSecond, share }) => `${stated(tokensPerSecond)} tok/s는 ${limitShare(share)}`).join(', ')}입니다.`,
    todo: () => '고칠 것은 없습니다. 다른 엔진보다 훨씬 낮다면 시간이 어디에 쓰이는지 찾아보세요.',
  },
  'percentiles-out-of-order': {
    says: ({ metric, lower, lowerMicros, upper, upperMicros }) =>
      `${auditMetric(metric)}: ${lower}(${formats.duration(lowerMicros)})가 ${upper}(${formats.duration(upperMicros)})보다 큽니다.`,
    todo: () => '백분위수는 모두 하나의 분포에서 구하세요.',
  },
  'mean-outside-range': {
    says: ({ metric, mean, min, max }) =>
      `${auditMetric(metric)}: 평균 ${formats.duration(mean)}가 ${max !== null && mean > max ? `최댓값 ${formats.duration(max)}보다 큽니다` : `최솟값 ${formats.duration(min ?? 0)}보다 작습니다`}.`,
    todo: () => '단위와 대상 요청을 확인하세요.',
  },
  'winner-inside-noise': {
    says: ({ winner, factor, interval }) =>
      `${withParticle(winner, '이/가')} ${stated(factor)}배로 우세하다고 적혀 있으나, ${interval === null ? '반복 측정이 없어 한 번 잴 때마다 달라지는 폭 안에 있습니다' : `비율의 신뢰 구간 ${stated(interval.low)}~${stated(interval.high)}에 1이 들어 있습니다`}.`,
    todo: () => '"유의한 차이 없음"으로 적거나 더 많이 반복하세요.',
  },
  'percentile-without-samples': {
    says: ({ metric, percentile: share, samples, required, cells }) =>
      `${auditMetric(metric)}의 ${withParticle(percentile(share), '을/를')} 표본 ${formats.count(samples)}개로 적었으나 ${formats.count(required)}개가 필요합니다.${cells === 1 ? '' : ` 이런 백분위수가 ${formats.count(cells - 1)}개 더 있습니다.`}`,
    todo: () => '요청을 더 많이 측정하거나 더 낮은 백분위수를 쓰세요.',
  },
  'no-repeats': {
    says: ({ stages }) =>
      `모든 조건을 한 번만 측정했습니다(측정 ${formats.count(stages)}개, 반복 없음). 신뢰 구간이 있는 수치가 없습니다.`,
    todo: () => '대상을 번갈아 가며 세 번 이상 반복하세요.',
  },
} satisfies Partial<AuditRuleWords>;
