import { defineConfig } from 'vitest/config';

// A real Docker Engine: one file at a time, from source, without a build.
export default defineConfig({
  test: {
    name: 'agent',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/agent/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
