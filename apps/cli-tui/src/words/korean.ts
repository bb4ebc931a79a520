import type { Words } from './words.ts';

export const korean: Words = {
  language: 'ko',
};
