import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['tools/property-seed.ts'],
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
            'apps/*/tools/**/*.test.ts',
            'benchmarks/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          setupFiles: ['tools/property-seed.ts'],
          include: ['tests/**/*.test.ts', 'apps/*/tests/**/*.test.ts'],
          exclude: ['tests/engines/**', 'tests/agent/**'],
          globalSetup: ['tests/support/build-once.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
