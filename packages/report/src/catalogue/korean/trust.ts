import type { TrustMessages } from '../trust-codes.ts';

/** Trust reasons in Korean. */
export const koreanTrust: TrustMessages = {
  text: {
    'client-busy': '클라이언트의 CPU가 부족했음',
    'event-loop-delay': '클라이언트의 이벤트 루프가 밀려 시각 기록도 늦어짐',
    'start-lag': '요청이 예정 시각보다 늦게 출발함',
    dropped: '진행 중인 요청이 너무 많아 보내지 못한 요청이 있음',
    'no-window': '측정 구간이 열리지 않아 처리량을 구할 수 없음',
    'too-few-requests': '측정 구간 안에 끝난 요청이 없음',
    errors: '실패한 요청이 있음',
    'cold-start': '워밍업 없이 측정해, 초기 요청의 첫 토큰 시간이 나머지보다 훨씬 김',
    'no-data': '응답을 받은 요청이 없음',
    'stage-failed': '측정 단계가 실패함',
    interrupted: '측정이 끝나기 전에 중단됨',
    'token-source-unknown': '서버가 토큰 수를 알려 주지 않아 토큰 처리량을 구할 수 없음',
    'short-window': '측정 구간 안에 끝난 요청이 적음',
    'concurrency-not-held': '진행 중인 요청 수가 계획보다 적음',
    'reads-waited': '서버에서 온 데이터가 클라이언트가 읽을 때까지 기다렸을 수 있음',
    'garbage-collection': '클라이언트의 가비지 수집 시간이 너무 김',
    'connection-waits': '많은 요청이 연결이 열리기를 기다림',
    'beyond-ceiling': '이 호스트에서 보정된 초당 이벤트 한도를 넘은 부하임',
    'not-steady': '측정하는 동안 부하가 안정되지 않음',
    'over-saturated': '서버가 계획된 속도를 따라가지 못해 대기열이 계속 늘어남',
    'server-shared': '서버가 센 요청이 보낸 요청보다 많음. 다른 사용자도 서버를 사용함',
    'server-counts-fewer-requests': '서버가 센 요청이 보낸 요청보다 적음',
    'server-counts-other-tokens': '서버가 센 토큰 수가 응답에 적힌 수와 다름',
    'client-not-watched':
      '다른 도구나 사람이 작성한 값이라, 클라이언트가 부하를 제대로 만들었는지 알 수 없음',
  },
  withNumbers: (text, value, limit) => {
    if (limit === null) return `${text}(${value})`;
    return `${text}(${value}, ${limit.bound === 'least' ? '최소' : '한도'} ${limit.text})`;
  },
};
