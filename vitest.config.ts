import { defineConfig } from 'vitest/config'

/** `npm run proof` (PROOF=1) runs the full figures of the promises besides the samples. */
const proof = process.env['PROOF'] === '1'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'samples/**/*.test.ts'],
    exclude: proof ? [] : ['**/*.proof.test.{ts,tsx}'],
    globalSetup: ['tests/support/test-database-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: proof ? 600_000 : 120_000,
    hookTimeout: 180_000,
    env: { TZ: 'Asia/Ho_Chi_Minh' },
  },
})
