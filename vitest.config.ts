import { defineConfig } from 'vitest/config';

const common = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'bin/**/*.test.mjs', 'tests/architecture/*.test.ts'],
          testTimeout: 60_000,
          exclude: ['**/*.db.test.{ts,tsx}', '**/*.web.test.{ts,tsx}'],
        },
      },
      {
        ...common,
        test: {
          name: 'database',
          include: ['src/**/*.{db,web}.test.{ts,tsx}', 'tests/database/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...common,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/global-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
