import type { Words } from './words.ts';

export const english: Words = {
  language: 'en',
};
