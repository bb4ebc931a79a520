import { expect, test } from 'vitest';
import { type ParticlePair, withParticle } from './particle.ts';

const rows: readonly (readonly [string, ParticlePair, string])[] = [
  ['서버', '은/는', '서버는'],
  ['엔진', '은/는', '엔진은'],
  ['처리량', '을/를', '처리량을'],
  ['속도', '을/를', '속도를'],
  ['vLLM', '이/가', 'vLLM이'],
  ['SGLang', '이/가', 'SGLang이'],
  ['sglang', '은/는', 'sglang은'],
  ['vllm', '은/는', 'vllm은'],
  ['TGI', '이/가', 'TGI가'],
  ['ollama', '은/는', 'ollama는'],
  ['server', '이/가', 'server가'],
  ['engine', '이/가', 'engine이'],
  ['50', '은/는', '50은'],
  ['2', '이/가', '2가'],
  ['1', '과/와', '1과'],
  ['9', '과/와', '9와'],
  ['p99', '을/를', 'p99를'],
  ['p50', '을/를', 'p50을'],
  ['0.5', '이/가', '0.5가'],
  ['vllm (시험)', '은/는', 'vllm (시험)은'],
  ['서울', '으로/로', '서울로'],
  ['7', '으로/로', '7로'],
  ['부산', '으로/로', '부산으로'],
  ['대구', '으로/로', '대구로'],
  ['…', '은/는', '…는'],
  ['', '은/는', '는'],
];

test.each(rows)('"%s" with %s reads %s', (word, pair, expected) => {
  expect(withParticle(word, pair)).toBe(expected);
});
