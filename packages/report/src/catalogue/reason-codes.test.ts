import { expect, test } from 'vitest';
import { catalogues } from './catalogues.ts';
import { reasonCodes } from './reason-codes.ts';

test('a reason is said in the language, with its numbers', () => {
  expect(catalogues.ko.reason('too few samples: 12 of 459')).toBe('표본 부족: 459개 중 12개');
  expect(catalogues.zh.reason('too few samples: 12 of 459')).toBe('样本不足：需 459 个，仅 12 个');
  expect(catalogues.en.reason('too few samples: 12 of 459')).toBe('too few samples: 12 of 459');
});

test('the parts of a reason are said one by one, and one that nobody knows stays', () => {
  const reason = 'nvidia-smi: it is not installed; the moon was full; no GPU of AMD in /sys/class/drm';
  expect(catalogues.ko.reason(reason)).toBe(
    'nvidia-smi 없음, the moon was full, /sys/class/drm에 AMD GPU 없음',
  );
  expect(catalogues.zh.reason(reason)).toBe(
    '未安装 nvidia-smi；the moon was full；/sys/class/drm 中没有 AMD GPU',
  );
});

test('reasons that name the document behind another one are split there', () => {
  const reason = 'of stream events nothing is known: the document does not say it';
  expect(catalogues.ko.reason(reason)).toBe('스트림 이벤트 정보가 없음, 문서에 없음');
});

test('a particle in a reason follows the name before it', () => {
  expect(catalogues.ko.reason('the target vllm stopped answering: ECONNRESET')).toBe('vllm이 응답을 멈춤');
  expect(catalogues.ko.reason('the target server stopped answering')).toBe('server가 응답을 멈춤');
});

test('there are codes, each once', () => {
  expect(new Set(reasonCodes).size).toBe(reasonCodes.length);
});
