import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**'],
    pool: 'threads',
    // One for each core: left to itself it keeps a core for watching files.
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 20_000,
    // The embedded PostgreSQL starts in a hook, which takes long where everything else runs beside it.
    hookTimeout: 60_000,
  },
});
