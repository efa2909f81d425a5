import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Properties draw the same in every run.
    setupFiles: ['test/support/hunt.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // As deep a stack as a thread has: the schema of profiles is compiled within it.
    execArgv: process.platform === 'win32' ? [] : ['--stack-size=3900'],
    isolate: false,
    maxWorkers: '100%',
    // Where it is asked for (`.ci/run`), over all of the source. The page for the site runs in a browser, and is counted as not met.
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 93, functions: 92, statements: 92, branches: 84 },
      reportOnFailure: true,
    },
  },
});
