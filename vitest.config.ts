import { defineConfig } from 'vitest/config';
import { unitsAtOnce } from './packages/server/bin/units-at-once.mjs';

export default defineConfig({
  // As the bundle runs them on SQLite; without it, as they are written.
  plugins: process.env['BOTYARD_UNITS'] === 'at-once' ? [unitsAtOnce()] : [],
  test: {
    include: ['packages/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**'],
    pool: 'threads',
    // One for each core: left to itself it keeps a core for watching files.
    maxWorkers: '100%',
    isolate: false,
    // Only what hangs is ended: on a machine with other work a test may take twenty times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
