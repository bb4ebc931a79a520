import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { trustText } from '../trust-codes.ts';
import { untoldNames } from './audit-names.ts';
import { koreanParity } from './parity.ts';
import { withParticle } from './particle.ts';
import { koreanTrust } from './trust.ts';

const formats = createFormats('ko');
const { brief } = createAuditNumbers('ko', formats);
const engineNames = { vllm: 'vLLM', sglang: 'SGLang' } as const;

/** Findings about how it was measured in Korean: method, parity, compatibility. */
export const koreanAuditConditions = {
  'cold-start-inside': {
    says: ({ stages, coldMicros, restMicros }) =>
      `단계 ${formats.count(stages)}개에 콜드 스타트가 섞여 있습니다. 워밍업이 없었습니다${coldMicros === null ? '' : `. 초기 요청의 첫 토큰 시간은 ${formats.duration(coldMicros)}${restMicros === null ? '' : `, 전체 중앙값은 ${formats.duration(restMicros)}`}입니다`}.`,
    todo: () => '측정 전에 워밍업하세요.',
  },
  'method-not-told': {
    says: ({ untold }) =>
      `문서에 ${withParticle(untold.map((thing) => untoldNames[thing]).join(', '), '이/가')} 적혀 있지 않습니다.`,
    todo: () => '계획 파일과 결과 파일을 공개하거나, 적어도 이 내용을 표 옆에 적으세요.',
  },
  'cached-prompts': {
    says: ({ target, share }) =>
      `앞부분을 공유하도록 만든 프롬프트가 아닌데도 ${withParticle(target, '이/가')} 받은 프롬프트 토큰의 최대 ${formats.share(share)}가 프리픽스 캐시에서 나왔습니다.`,
    todo: () => '프롬프트마다 맨 앞에 고유한 솔트를 넣고, 실행 사이에 캐시를 비우세요.',
  },
  'unequal-lengths': {
    says: ({ which, lengths, levels }) =>
      `대상들이 같은 양의 일을 하지 않았습니다. ${which === 'input' ? '프롬프트' : '응답'} 평균 길이가 ${lengths.map(({ target, tokens }) => `${target} ${formats.count(tokens)}토큰`).join(', ')}입니다${levels === 1 ? '' : `(이런 조건이 모두 ${formats.count(levels)}개)`}.`,
    todo: ({ which }) =>
      which === 'input'
        ? '같은 템플릿으로 같은 프롬프트를 보내세요.'
        : '응답 길이를 고정하고 종료 토큰을 무시하게 하세요.',
  },
  'answers-ended-early': {
    says: ({ target, askedTokens, meanTokens, share }) =>
      `${target}의 응답이 일찍 끝났습니다. 평균 ${brief(meanTokens)}토큰으로, 요청한 ${formats.count(askedTokens)}토큰의 ${formats.share(share)}입니다.`,
    todo: () => '속도를 비교할 때는 종료 토큰을 무시하게 하고, 요청한 길이를 실제 길이로 쓰지 마세요.',
  },
  'client-limited': {
    says: ({ verdict, reason, stages }) =>
      `부하 발생기 때문에 단계 ${formats.count(stages)}개가 ${{ suspect: '의심', invalid: '무효' }[verdict]}입니다: ${trustText(reason, koreanTrust, formats)}.`,
    todo: () => '부하 발생기에 전용 코어를 주거나 워커를 늘리고, 해당 조건을 다시 측정하세요.',
  },
  parity: {
    says: ({ differences, minor }) =>
      [
        ...(differences.length === 0
          ? []
          : [`대상들의 조건이 같지 않았습니다. ${differences.map(differenceText).join('; ')}.`]),
        ...(minor.length === 0
          ? []
          : [
              `${differences.length === 0 ? '다르거나 알 수 없는 설정' : '그 밖에 다르거나 알 수 없는 설정'}: ${minor.map(koreanParity.difference).join('; ')}.`,
            ]),
      ].join(' '),
    todo: () => '모든 대상에 같은 설정을 주거나, 설정을 비교했다고 제목에 밝히세요.',
  },
  'image-not-pinned': {
    says: ({ images }) =>
      `엔진의 어느 버전을 실행했는지 알 수 없습니다. ${images.map(({ target, reference, problem }) => `${withParticle(target, '은/는')} ${reference}(${{ latest: '몇 주마다 다른 버전이 됨', 'no-tag': '태그가 없어 latest와 같음', private: '비공개 태그' }[problem]})`).join(', ')}입니다.`,
    todo: () => '버전을, 더 좋게는 digest를 적으세요. 비공개 이미지라면 만드는 방법도 공개하세요.',
  },
  'driver-too-old': {
    says: ({ gpu, computeCapability, driver, leastDriver, cuda, leastCuda }) =>
      `${withParticle([...(driver === null ? [] : [`드라이버 ${driver}`]), ...(cuda === null ? [] : [`CUDA ${cuda}`])].join(', '), '으로/로')}는 compute capability ${computeCapability}인 ${withParticle(gpu, '을/를')} 실행할 수 없습니다. 드라이버 ${leastDriver}, CUDA ${leastCuda} 이상이 필요합니다.`,
    todo: () => '실제로 측정한 호스트에서 버전을 확인하고(nvidia-smi) 문서를 고치세요.',
  },
  'argument-unknown': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target}의 명령에 있는 ${withParticle(argument, '은/는')} ${engineNames[engine]} ${since}에 없는 인자입니다${replacement === null ? '' : `. 지금은 ${withParticle(replacement, '을/를')} 씁니다`}.`,
    todo: ({ argument, replacement }) =>
      `${withParticle(argument, '을/를')} 빼세요.${replacement === null ? '' : ` 꼭 필요하면 ${withParticle(replacement, '으로/로')} 지정하세요.`}`,
  },
  'argument-deprecated': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target}의 명령에 있는 ${withParticle(argument, '은/는')} ${engineNames[engine]} ${since}에서 ${replacement === null ? '폐기 예정인 인자입니다' : `${replacement}의 폐기 예정 표기입니다`}.`,
    todo: ({ argument, replacement }) =>
      replacement === null
        ? `${withParticle(argument, '을/를')} 빼세요.`
        : `꼭 필요하다면 ${withParticle(replacement, '으로/로')} 적으세요.`,
  },
  'request-field-ignored': {
    says: ({ path, fields }) =>
      `예시 요청이 ${withParticle(fields.join(', '), '을/를')} ${path}의 최상위에 보내지만, 그 자리에서는 아무 효과가 없습니다.`,
    todo: ({ rightForm }) => `이렇게 적으세요: ${rightForm}`,
  },
  'workaround-outdated': {
    says: ({ target, workarounds, computeCapability, engines }) =>
      `${withParticle(target, '은/는')} FlashInfer를 피해 가지만(${workarounds.join(', ')}), ${engines.map(({ engine, version }) => `${engineNames[engine]} ${version}`).join(', ')}의 FlashInfer는 compute capability ${withParticle(computeCapability, '을/를')} 지원합니다.`,
    todo: () => 'attention 백엔드는 엔진에 맡기고 다시 측정하세요.',
  },
} satisfies Partial<AuditRuleWords>;

type Difference = Parameters<typeof koreanParity.difference>[0];

const differenceText = (difference: Difference): string =>
  `${koreanParity.difference(difference)}${difference.favours === null ? '' : `(${difference.favours}에 유리)`}`;
