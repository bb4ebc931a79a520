import { live } from './korean/live.ts';
import type { Words } from './words.ts';

export const korean: Words = {
  language: 'ko',
  live,
};
