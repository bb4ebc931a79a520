import { createFormats } from '../formats.ts';
import type { MethodWords } from '../method-words.ts';

const formats = createFormats('ko');

export const koreanMethod: MethodWords = {
  definitions: [
    { name: '출력 처리량', text: '측정 구간 안에 도착한 출력 토큰 수를 구간의 길이로 나눈 값' },
    { name: '사용자당', text: '출력 처리량을 동시에 처리 중이던 요청 수의 평균으로 나눈 값' },
    {
      name: 'TTFT',
      text: '첫 토큰 시간. 요청을 소켓에 쓴 때부터 토큰을 담은 첫 이벤트까지의 시간이며, 요청률로 부하를 줄 때는 예정된 도착 시각부터 잰다',
    },
    {
      name: '토큰 간격',
      text: '이벤트 사이의 시간을 그 이벤트에 담긴 토큰 수로 나눈 값(ITL). 서버가 토큰 수를 알려 줄 때만 구한다',
    },
    { name: '청크 간격', text: '토큰을 담은 두 이벤트 사이의 시간. 이벤트마다 담긴 토큰 수는 따지지 않는다' },
    { name: '응답 시간', text: '요청을 소켓에 쓴 때부터 마지막 토큰까지의 시간' },
    {
      name: '측정 구간',
      text: '워밍업이 끝나고 모든 사용자의 요청이 진행 중일 때 시작해, 어느 한 사용자의 일이나 시간이 끝나면 닫힌다. 요청률로 부하를 줄 때는 워밍업 뒤부터 마지막 예정 도착까지다',
    },
    {
      name: '백분위수',
      text: '표본이 충분할 때만 적는다. p50은 7개, p90은 44개, p99는 459개가 필요하며 모자라면 표본 부족으로 적는다',
    },
    {
      name: '신뢰도',
      text: '클라이언트의 상태, 오류, 요청 수에 따라 유효, 의심, 무효로 나눈다. 무효인 단계는 비교에서 이길 수 없다',
    },
  ],
  facts: {
    order: '측정 순서',
    orderText: (order, more) => `${order.join(' → ')}${more > 0 ? ` → 이하 ${formats.count(more)}단계` : ''}`,
    repeats: '반복 횟수',
    repeatsText: (repeats) =>
      repeats === 1 ? '1회 (반복 측정에 따른 신뢰 구간 없음)' : `${formats.count(repeats)}회`,
    seed: '시드',
    seedText: (seed, salt) =>
      `${seed}, 이번 실행의 솔트 ${salt} (이전 실행의 캐시가 영향을 주지 않도록 모든 프롬프트에 넣음)`,
    tokenSource: '토큰 수의 출처',
    tokenSourceText: {
      usage: '서버가 알려 준 사용량(usage)',
      native: '서버 자체 카운터',
      tokenizer: '모델의 토크나이저',
      mixed: '여러 출처',
      unknown: '알 수 없음',
    },
    requestsFile: '요청별 기록',
    windows: '측정 구간 길이',
    requestsPerStage: '단계별 완료 요청 수',
    rangeText: (least, most) => (least === most ? least : `${least} ~ ${most}`),
  },
  aggregation:
    '반복 측정한 값은 처리량과 속도는 평균, 백분위수는 가운데 반복의 값입니다. 다른 반복을 쓸 수 있으면 무효인 반복은 뺐습니다.',
  comparison: (methods) =>
    `비율의 95% 신뢰 구간이 1을 포함하지 않고, 비교 횟수를 고려한 Holm 보정 뒤에도 그러할 때만 승자를 정합니다.${methods.length === 0 ? '' : ` 구간을 계산한 단위: ${methods.join(', ')}.`}`,
  intervalBasis: {
    repeats: '반복 측정 단위',
    requests: '한 번 측정한 요청 단위(측정마다의 편차는 반영하지 못함)',
    blocks: '한 번 측정한 시간 블록 단위(측정마다의 편차는 반영하지 못함)',
  },
  stagesSummary: (count) => `${formats.count(count)}단계`,
  clientIntro:
    'CPU가 부족한 클라이언트는 서버가 아니라 자신을 측정하게 됩니다. 대상별로 측정 중 가장 나빴던 클라이언트 상태입니다.',
  noClient:
    '다른 도구가 측정한 값이고 클라이언트 상태 기록이 없으므로, 클라이언트가 병목이었는지 알 수 없습니다.',
  importedReproduce:
    '이 명령은 출처에서 결과 파일을 만든 명령입니다. 측정 자체는 원래의 도구로만 재현할 수 있습니다.',
  combinedReproduce: '각 결과는 저마다의 명령으로 측정했으며, 보고서를 만들면서 합쳤습니다.',
  sourceNotes: (count) =>
    `가져오면서 제외하거나 가정한 내용 ${formats.count(count)}건은 결과 파일의 source.notes에 있습니다.`,
  reproduceIntro:
    '아래 계획으로 같은 명령을 실행하면 이 측정을 재현할 수 있습니다. 프롬프트는 솔트만 달라집니다.',
  planIntro: '읽어 들인 계획',
};
