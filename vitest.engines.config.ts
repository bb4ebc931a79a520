import { defineConfig } from 'vitest/config';

// Real vLLM and SGLang servers (tests/engines): one file at a time, because two cores hold one server well.
export default defineConfig({
  test: {
    name: 'engines',
    include: ['tests/engines/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    // A first start of a freshly installed engine takes minutes.
    hookTimeout: 600_000,
  },
});
