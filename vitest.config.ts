import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest is begun first, so that no worker is left with it when the others are done; the names stand in the order of their time. */
const LONGEST = [
  ...['site/site', 'cli/results', 'report/html-browser', 'batch/each', 'batch/faults'],
  ...['packs', 'library/tarball', 'cli/pipelines', 'hostile/same-bytes', 'hostile/overwrite', 'read/intake'],
  ...['batch/round', 'batch/command', 'authoring/scorecard-cases', 'forms/schemas', 'cli/options'],
  ...['hostile/disk', 'report/formulas', 'report/again', 'forms/round-trip', 'read/invalid'],
  ...['report/scorecard-workbook', 'authoring/pack-sheet', 'report/workbook', 'hostile/steering', 'cli/card-county'],
  ...['hostile/fuzz', 'batch/pool', 'report/shown'],
].map(name => `/test/${name}.test.ts`);

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex(name => moduleId.endsWith(name));
  return at < 0 ? LONGEST.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * Code is compiled simply at once and made fast late: most of what tests run is over before the latter pays, which takes a
 * fifth of their time. Of these options only those that this V8 knows: another one ends Node.
 */
const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });

const compiled = ['--always-sparkplug', '--interrupt-budget=500000'].filter(option =>
  known.includes(`${option.replace(/=.*/u, '')} (`),
);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/scratch.ts'],
    // Properties draw the same in every run.
    setupFiles: ['test/support/hunt.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // As deep a stack as a thread has.
    // Garbage is collected and code is compiled by the worker's own thread: helpers would take the core of the other worker. What
    // lives briefly has more room (MiB) and is swept less often, at a twenty-fifth of all time.
    execArgv: [
      ...compiled,
      ...['--single-threaded', '--max-semi-space-size=64', '--min-semi-space-size=64'],
      ...(process.platform === 'win32' ? [] : ['--stack-size=3900']),
    ],
    isolate: false,
    // A source that has not changed since the last run is not made ready again.
    experimental: { fsModuleCache: true },
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Where it is asked for (`.ci/run`), over all of the source. The page for the site runs in a browser, and is counted as not met.
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 96, functions: 96, statements: 95, branches: 89 },
      reportOnFailure: true,
    },
  },
});
