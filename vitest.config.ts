import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Importing the application costs more than most tests, and its modules keep nothing between them.
    isolate: false,
    // A worker waits for the database and for other processes half of its time: one more than there are cores has them all at work.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    // node_modules is made anew by npm ci, so results in it can't be of an earlier run.
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
})
