import type { ParityWords } from '../parity-words.ts';

const name: ParityWords['name'] = {
  model: '모델',
  'model-revision': '모델 리비전',
  'engine-version': '엔진 버전',
  image: '이미지',
  dtype: '가중치 자료형',
  quantization: '양자화',
  'kv-cache-type': 'KV 캐시 자료형',
  'attention-backend': 'attention 백엔드',
  'cuda-graphs': 'CUDA graph',
  'prefix-cache': '프리픽스 캐시',
  'speculative-decoding': '추측 디코딩(speculative decoding)',
  sampling: '샘플링',
  parallelism: '텐서 병렬 수',
  'max-model-length': '최대 컨텍스트 길이',
  'memory-fraction': 'GPU 메모리 사용 비율',
  'max-running-requests': '동시에 실행할 수 있는 요청 수',
  prompts: '프롬프트',
  'input-length': '프롬프트 평균 길이(토큰)',
  'output-length': '응답 평균 길이(토큰)',
  order: '실행 순서(번갈아 실행하지 않음)',
  'server-shared': '다른 사용자의 서버 사용',
};

const value: ParityWords['value'] = (code, side) => {
  if (side.state === 'unknown') return '알 수 없음';
  if (side.value === null) return '기본값';
  const text =
    code === 'server-shared' ? (side.value === 'on' ? '있음' : '없음') : (switches[side.value] ?? side.value);
  return side.state === 'default' ? `${text}(기본값)` : text;
};

const switches: Readonly<Record<string, string>> = { on: '켜짐', off: '꺼짐' };

/** Parity in Korean. */
export const koreanParity: ParityWords = {
  name,
  value,
  difference: ({ code, values }) =>
    `${name[code]}: ${values.map((side) => `${side.target} ${value(code, side)}`).join(', ')}`,
};
