import type { AxisWords, ChartTitles, ChartWords, LegendWords } from '../chart-words.ts';
import { createFormats } from '../formats.ts';
import type { Named } from '../statement-parts.ts';
import { withParticle } from './particle.ts';
import { koreanUsers } from './phrases.ts';

const formats = createFormats('ko');
const each = (named: readonly Named[], text: (value: number) => string): string =>
  named.map(({ target, value }) => `${target} ${text(value)}`).join(', ');

const axis: AxisWords = {
  users: '동시 사용자 수 (명)',
  throughput: '출력 처리량 (tok/s)',
  perUser: '사용자당 속도 (tok/s)',
  firstToken: '첫 토큰 시간 (ms)',
  tokenGap: '토큰 간격 (ms)',
  chunkGap: '청크 간격 (ms)',
  answerSpeed: '응답 속도 (tok/s)',
  time: '측정 시작 후 시간 (s)',
  memory: '메모리 (GB)',
  logarithmic: (name) => `${name}, 로그 눈금`,
};

const title: ChartTitles = {
  won: (users, won, loser) =>
    `${koreanUsers(users)}에서 ${withParticle(won.winner, '이/가')} ${loser}의 ${formats.ratio(won.factor)}배를 처리`,
  noDifference: (users) => `${koreanUsers(users)}에서 유의한 차이 없음`,
  growth: (target, from, to) =>
    `${withParticle(target, '은/는')} ${formats.count(from.users)}명에서 ${formats.rate(from.tokensPerSecond)}, ${formats.count(to.users)}명에서 ${formats.rate(to.tokensPerSecond)}`,
  throughput: '동시 사용자 수에 따른 출력 처리량',
  tradeOff: (users, speeds) => `${koreanUsers(users)}일 때 사용자당 속도: ${each(speeds, formats.rate)}`,
  firstToken: (users, percentile, times) =>
    `${koreanUsers(users)}일 때 첫 토큰 시간(${percentile}): ${each(times, formats.duration)}`,
  tokenGap: (users, percentile, gaps) =>
    `${koreanUsers(users)}일 때 토큰 간격(${percentile}): ${each(gaps, formats.duration)}`,
  chunkGap: (users, percentile, gaps) =>
    `${koreanUsers(users)}일 때 청크 간격(${percentile}): ${each(gaps, formats.duration)}`,
  distribution: (users, spans) =>
    `${koreanUsers(users)}일 때 첫 토큰 시간의 80%가 들어가는 구간: ${spans
      .map(({ target, low, high }) => `${target} ${formats.duration(low)}~${formats.duration(high)}`)
      .join(', ')}`,
  languages: (spans) =>
    `언어에 따른 응답 속도: ${spans
      .map(({ target, low, high }) => `${target} ${formats.rateNumber(low)}~${formats.rate(high)}`)
      .join(', ')}`,
  languageSpeed: '언어별 응답 속도',
  memory: (most) => `메모리 최대 사용량: ${each(most, formats.bytes)}`,
};

const legend: LegendWords = {
  marks: '표식은 측정값, 직선은 표식을 이은 것',
  band: '띠는 반복 측정 평균의 95% 신뢰 구간',
  repeats: '가는 선분은 반복 측정의 범위',
  bars: (repeats) => (repeats === 1 ? '막대는 1회 측정값' : `막대는 ${formats.count(repeats)}회 측정의 평균`),
  invalid: '속이 빈 것은 무효',
  fitted: '점선은 USL(보편 확장성 법칙)을 맞춘 곡선으로, 측정값이 아님',
  crossover: '세로선은 두 대상의 전환점으로, 측정한 부하 사이를 보간한 값',
  pareto: '회색 계단선: 두 값을 함께 볼 때 측정된 최고 수준',
  usersAtMarks: '표식 옆 숫자는 사용자 수',
  percentiles: '굵은 선은 p50, 가는 선은 p99',
  onePercentile: (percentile) => `선은 ${percentile}`,
  leftOut: '표본이 부족한 부하에는 표식이 없음',
  strip: '가는 선: 최소~최대, 막대: p10~p90, 굵은 부분: p25~p75, 세로선: p50, 마름모: p99(표본이 충분할 때)',
  background: '회색은 진행 중인 요청과 그 수',
  openGaps: '선이 끊긴 곳에는 표본이 없음',
  more: (hidden) => `나머지 ${formats.count(hidden)}개는 표에만 있음`,
};

/** Charts in Korean. */
export const koreanChart: ChartWords = {
  axis,
  title,
  legend,
  numbers: '이 차트의 수치',
  describe: (lines) => lines.map(({ name, points }) => `${name}: ${points.join(', ')}.`).join(' '),
  crossover: (users, interval) =>
    `전환점 ${formats.requests(users)}명${
      interval === null ? '' : ` (${formats.requests(interval.low)}~${formats.requests(interval.high)})`
    }`,
  least: '최소',
  greatest: '최대',
  interval: '95% 신뢰 구간',
  onFrontier: '더 나은 점 없음',
  yes: '예',
  memoryOf: (target, gpu) => (gpu === null ? target : `${target}, GPU ${gpu}`),
  wholeGpu: (gpu) => `GPU ${gpu} 전체`,
  from: '시작 (s)',
  to: '끝 (s)',
  phases: { loaded: '준비 완료', inference: '단일 사용자', peak: '최고 부하', after: '종료 후' },
};
