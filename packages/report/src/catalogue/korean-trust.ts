import type { TrustMessages } from './trust-codes.ts';

/** "문장(값, 한도 L)"; 아는 값만 적는다. */
function withNumbers(text: string, value: string | null, limit: string | null): string {
  if (value === null) return text;
  return limit === null ? `${text}(${value})` : `${text}(${value}, 한도 ${limit})`;
}

const message =
  (text: string) =>
  (value: string | null, limit: string | null): string =>
    withNumbers(text, value, limit);

/** Trust reasons in Korean. */
export const koreanTrust: TrustMessages = {
  'client-busy': message('클라이언트의 CPU가 부족했음'),
  'event-loop-delay': message('클라이언트의 이벤트 루프가 밀려 시각 기록도 늦어졌음'),
  'start-lag': message('요청이 예정 시각보다 늦게 출발했음'),
  'no-window': message('측정 구간을 정할 수 없었음'),
  'too-few-requests': message('측정 구간 안에 끝난 요청이 너무 적음'),
  errors: message('실패한 요청이 있음'),
  'cold-start': message('첫 요청들이 나머지보다 훨씬 느림: 콜드 스타트가 섞여 있음'),
  'no-data': message('측정된 값이 없음'),
  interrupted: message('측정이 중간에 중단되었음'),
  'token-source-unknown': message('출력 토큰 수를 알 수 없는 요청이 있음'),
  'short-window': message('측정 구간이 짧음'),
  'shared-host': message('클라이언트와 서버가 같은 호스트에서 실행되었음'),
  'concurrency-not-held': message('계획한 동시 사용자 수가 유지되지 않았음'),
  'token-count-mismatch': message('서버가 센 토큰 수가 토크나이저의 결과와 다름'),
};
