import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { tipFlags } from '../tip-flags.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

/** Tuning tips in Korean: what was seen, then what to do. */
export const koreanTips: RecommendationWords['tips'] = {
  'kv-cache-full': ({ target, engine, number }) => {
    const flags = tipFlags(engine);
    const how =
      flags === null
        ? '캐시에 메모리를 더 주거나, 문맥 길이를 줄이거나, 캐시를 더 적은 비트로 저장하세요.'
        : `메모리를 더 주거나(${flags.cacheMemory}), 문맥 길이를 줄이거나(${flags.contextLength}), 8비트로 저장하세요(${flags.cacheType}).`;
    return `${target}: KV 캐시가 ${formats.share(number('kvUse'))}까지 찼고, 요청 ${formats.count(number('preemptions'))}건이 밀려나 다시 계산되었습니다. ${how}`;
  },
  'queue-while-cache-free': ({ target, engine, number }) =>
    `${target}: KV 캐시 사용률이 최대 ${formats.share(number('kvUse'))}인데도 ${formats.count(number('running'))}건이 실행되는 동안 평균 ${formats.requests(number('waiting'))}건이 대기했습니다. 메모리가 아니라 동시 실행 한도가 요청을 막고 있습니다. ${withParticle(tipFlags(engine)?.sequences ?? '그 한도', '을/를')} 늘리세요.`,
  'prefix-cache-unused': ({ target, engine, number }) =>
    `${target}: 프롬프트가 앞부분 ${formats.count(number('prefix'))}토큰을 공유하지만 프리픽스 캐시 적중이 없습니다. 캐시를 켜거나${tipFlags(engine) === null ? '' : `(${tipFlags(engine)?.noPrefixCache ?? ''} 옵션을 쓰면 꺼집니다)`} 공유하는 부분이 맨 앞에 오는지 확인하세요.`,
  'graphs-off': ({ target, argument, number }) =>
    `${target}: 사용자 1명의 속도가 하드웨어 한계 ${formats.rate(number('limit'))}의 ${formats.share(number('share'))}에 그치며, CUDA 그래프가 꺼져 있습니다. 엔진과 드라이버가 지원하면 ${argument ?? 'CUDA 그래프를 끄는 옵션'} 없이 시작해 다시 측정하세요.`,
  'gpu-memory-unused': ({ target, engine, number }) =>
    `${target}: KV 캐시가 ${formats.share(number('kvUse'))}까지 찼는데 GPU 메모리는 ${formats.bytes(number('total'))} 중 ${formats.bytes(number('peak'))}만 썼습니다. 남은 메모리를 캐시에 주세요${tipFlags(engine) === null ? '' : `(${tipFlags(engine)?.cacheMemory ?? ''})`}.`,
  'first-request-slow': ({ target, number }) =>
    `${target}: ${formats.seconds(number('healthy'))}에 정상 응답을 시작했지만 첫 토큰은 ${formats.seconds(number('firstToken'))}에야 나왔습니다. 사용자를 받기 전에 요청을 하나 미리 보내 두세요.`,
  'gpu-throttled': ({ target, number, throttle }) =>
    `${target}: 표본의 ${formats.share(number('share'))}에서 GPU 클록이 제한되었습니다(${
      {
        'hardware-slowdown': '하드웨어 감속',
        'software-thermal': '발열',
        'hardware-thermal': '하드웨어 발열 보호',
        'power-brake': '전력 제동',
      }[throttle ?? 'hardware-slowdown']
    }). 엔진을 비교하기 전에 냉각과 전원을 확인하세요.`,
  'client-limit': ({ number, has }) =>
    `${formats.count(number('of'))}개 단계 중 ${formats.count(number('stages'))}개에서 클라이언트가 제때 처리하지 못했습니다${has('cpuShare') ? `(가장 바쁜 워커의 CPU 사용률 ${formats.share(number('cpuShare'))})` : ''}. 부하를 전용 호스트에서 보내거나 워커를 늘리세요.`,
};
