import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['tests/engines/**/*.test.ts'], fileParallelism: false, testTimeout: 400_000, hookTimeout: 600_000 } });
