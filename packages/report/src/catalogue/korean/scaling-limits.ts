import type { LoadLimit } from '@kneepoint/core';
import { createFormats } from '../formats.ts';
import type { LimitWords, LoadLimitParts } from '../scaling-words.ts';
import { withParticle } from './particle.ts';
import { koreanUsers } from './phrases.ts';

const formats = createFormats('ko');

/** What a target ran into first, in Korean. */
export function koreanLoadLimit(target: string, limit: LoadLimitParts): string {
  const users = limit.users === null ? '' : koreanUsers(limit.users);
  const sentence: Record<LoadLimit['cause'], () => string> = {
    errors: () =>
      `${users}부터 요청이 실패합니다${bracket(limit.number('errorRate'), (share) => `실패율 ${formats.share(share)}`)}`,
    client: () =>
      `${users}에서 부하를 만드는 클라이언트가 먼저 한계에 닿아 서버의 한계는 확인하지 못했습니다`,
    'kv-cache': () => `${users}에서 KV 캐시가 가득 찼습니다${cacheText(limit)}`,
    queue: () => `${users}부터 요청이 서버 안에서 대기합니다${queueText(limit)}`,
    latency: () => latencyText(users, limit),
    bandwidth: () => hardwareText('메모리 대역폭', users, limit),
    compute: () => hardwareText('연산 성능', users, limit),
    'none-seen': () =>
      `${users}까지 한계의 징후가 없습니다${limit.reason === 'server-not-watched' ? '(서버 내부의 대기열과 KV 캐시는 확인하지 않음)' : ''}`,
    unknown: () => unknownText(users, limit),
  };
  return `${target}: ${sentence[limit.cause]()}.`;
}

function bracket(value: number | null, text: (value: number) => string): string {
  return value === null ? '' : `(${text(value)})`;
}

function cacheText(limit: LoadLimitParts): string {
  const use = limit.number('kvUse');
  const preemptions = limit.number('preemptions');
  const parts = [
    ...(use === null ? [] : [`사용률 최대 ${formats.share(use)}`]),
    ...(preemptions === null ? [] : [`반복당 선점 ${formats.requests(preemptions)}회`]),
  ];
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function queueText(limit: LoadLimitParts): string {
  const waiting = limit.number('waiting');
  const running = limit.number('running');
  if (waiting === null) return '';
  const most = running === null ? '' : `, 동시 처리는 최대 ${formats.requests(running)}건`;
  return `(대기 평균 ${formats.requests(waiting)}건${most})`;
}

function latencyText(users: string, limit: LoadLimitParts): string {
  const growth = limit.number('growth');
  const now = bracket(limit.number('ttft'), (ttft) => `평균 ${formats.duration(ttft)}`);
  const times = growth === null ? '늘었습니다' : `가장 가벼운 부하의 ${formats.ratio(growth)}배입니다`;
  return `${users}에서 첫 토큰 시간이 ${times}${now}. 다른 한계의 징후는 없습니다`;
}

function hardwareText(what: string, users: string, limit: LoadLimitParts): string {
  const share = limit.number('limitShare');
  const reached = share === null ? '' : `(하드웨어가 허용하는 최대치의 ${formats.share(share)})`;
  return `${users}에서 ${what} 한계에 다다랐습니다${reached}`;
}

function unknownText(users: string, limit: LoadLimitParts): string {
  if (limit.reason === 'too-few-levels') return '한 가지 부하에서만 측정해 무엇이 한계인지 알 수 없습니다';
  const stops = `${users}에서는 증가세가 둔해졌지만 원인은 알 수 없습니다`;
  return limit.reason === 'server-not-watched'
    ? `${stops}(서버 내부의 대기열과 KV 캐시를 확인하지 않음)`
    : `${stops}(오류, 대기열, KV 캐시 포화가 모두 보이지 않음)`;
}

/** The physical limit in Korean. */
export const koreanLimit: LimitWords = {
  heading: '물리적 한계',
  intro:
    '토큰을 생성하려면 스텝마다 가중치와 캐시된 컨텍스트를 메모리에서 읽고 사용자마다 토큰 하나를 계산해야 합니다. 어떤 서버도 둘 중 더 오래 걸리는 쪽보다 빠를 수 없습니다.',
  load: '부하',
  prefillOf: (load) => `${load}, 프롬프트(prefill)`,
  measured: '측정값 (tok/s)',
  limit: '최대치 (tok/s)',
  share: '도달 비율',
  boundBy: '한계 요인',
  bounds: { bandwidth: '메모리 대역폭', compute: '연산 성능' },
  inputs: (targets, { accelerator, accelerators, bandwidth, peakFlops, weightBytes }) =>
    `${targets.join(', ')}: ${accelerator}${accelerators === 1 ? '' : ` ${formats.count(accelerators)}개`}, 메모리 대역폭 ${formats.count(bandwidth / 1e9)} GB/s${peakFlops === null ? '' : `, 연산 성능 ${formats.count(peakFlops / 1e12)} TFLOP/s`}. 한 스텝에서 읽는 가중치는 ${formats.bytes(weightBytes)}입니다.`,
  estimated:
    '프롬프트 처리 속도는 추정값입니다. 입력 토큰 수를 첫 토큰 시간으로 나눈 값이며, 여기에는 대기와 네트워크 시간이 들어 있습니다.',
  above: (targets) =>
    `100%를 넘는 값은 있을 수 없습니다. ${withParticle(targets.join(', '), '은/는')} 측정이 잘못되었거나 모델 또는 가속기 정보가 틀렸습니다.`,
  reason: (reason, targets) => {
    const names = withParticle(targets.join(', '), '은/는');
    switch (reason) {
      case 'simulated':
        return `${names} 가속기에서 돌지 않는 모의 서버라 물리적 한계가 없습니다.`;
      case 'no-accelerator':
        return `${names} 서버 호스트에서 GPU가 확인되지 않아 물리적 한계를 계산하지 않습니다.`;
      case 'other-host':
        return `${names} GPU를 알 수 없는 다른 호스트에서 돌고 있어 물리적 한계를 계산하지 않습니다.`;
      case 'accelerator-unknown':
        return `${names} GPU 사양이 Kneepoint의 표에 없어 물리적 한계를 계산하지 않습니다.`;
      case 'accelerators-differ':
        return `${names} 호스트에 여러 종류의 GPU가 있어 물리적 한계를 계산하지 않습니다.`;
      case 'accelerator-count-unknown':
        return `${names} 여러 GPU 가운데 몇 개를 쓰는지 알 수 없어 물리적 한계를 계산하지 않습니다.`;
      case 'model-unknown':
        return `${names} 모델의 파라미터 수를 알 수 없어 물리적 한계를 계산하지 않습니다.`;
      case 'weights-unknown':
        return `${names} 양자화된 가중치의 비트 수를 알 수 없어 물리적 한계를 계산하지 않습니다.`;
      case 'experts-unknown':
        return `${names} 토큰 하나에 쓰이는 전문가(MoE) 파라미터 수를 알 수 없어 물리적 한계를 계산하지 않습니다.`;
      case 'speculative-decoding':
        return `${names} 추측 디코딩으로 한 스텝에 여러 토큰이 나올 수 있어 물리적 한계를 계산하지 않습니다.`;
      case 'context-unknown':
        return `${names} 컨텍스트 길이를 알 수 없어 계산에서 뺐습니다. 실제 한계는 조금 더 낮습니다.`;
      case 'compute-unknown':
        return `${names} 해당 숫자 형식의 연산 성능을 알 수 없어 메모리 대역폭만 따졌습니다.`;
    }
  },
  shareOf: (share, limit) => `최대 ${formats.rate(limit)}의 ${formats.share(share)}`,
  shareRow: '물리적 한계 대비 비율',
};
