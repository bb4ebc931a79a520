import type { ScreenLoaders } from './screen-loaders.ts';

/** Every kind of screen; a new one is a folder beside these and a line here. */
export const appScreens: ScreenLoaders = {
  home: async () => (await import('../home/home-screen.tsx')).homeScreen,
  browser: async () => (await import('../browser/browser-screen.tsx')).browserScreen,
  result: async () => (await import('../result/result-screen.tsx')).resultScreen,
  compare: async () => (await import('../compare/compare-screen.tsx')).compareScreen,
  job: async () => (await import('../job/job-screen.tsx')).jobScreen,
};
