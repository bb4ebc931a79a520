import { pendingScreen } from './pending-screen.tsx';
import type { ScreenLoaders } from './screen-loaders.ts';

/** Every kind of screen; a new one is a folder beside these and a line here. */
export const appScreens: ScreenLoaders = {
  home: async () => pendingScreen('home'),
  browser: async () => (await import('../browser/browser-screen.tsx')).browserScreen,
  result: async () => pendingScreen('result'),
  compare: async () => pendingScreen('compare'),
  job: async () => pendingScreen('job'),
};
