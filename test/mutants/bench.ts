import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestModule } from 'vitest/node';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { applied, type Mutant } from './mutate.ts';
import { noting } from './reach.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const fileOf = (path: string): string => relative(ROOT, path).replaceAll('\\', '/');

interface Bench {
  readonly vitest: Vitest;
  /** When a test last ended, or the run began. */
  readonly heard: () => number;
  /** What the runner sees of a file from now on. */
  readonly put: (change: Mutant | undefined) => void;
  /** Whether the runner has read the file with the change in it. */
  readonly wasRead: () => boolean;
}

/** Test files in the order in which they are asked for: the runner's own begins with the longest. */
class InOrder extends BaseSequencer {
  override sort = async (files: TestSpecification[]): Promise<TestSpecification[]> => files;
}

const QUIET = {
  ...{ watch: false, maxWorkers: 1, root: ROOT, bail: 1 },
  // What is kept goes by a file as it is on the disk, and a change in memory would never be read.
  experimental: { fsModuleCache: false },
  sequence: { sequencer: InOrder },
};

/** A runner that stays: what it has translated once it keeps, and a mutant is a change of one file in its memory. */
const openBench = async (): Promise<Bench> => {
  let mutant: Mutant | undefined;
  let read = false;
  const transform = (code: string, id: string): string | undefined => {
    if (mutant === undefined || id !== join(ROOT, mutant.file)) return undefined;
    read = true;
    return applied(code, mutant);
  };
  let heard = 0;
  const hear = (): void => {
    heard = Date.now();
  };
  const reporters = [{ onTestRunStart: hear, onTestModuleStart: hear, onTestCaseResult: hear }];
  const plugins = [{ name: 'mutant', enforce: 'pre', transform } as const];
  const vitest = await createVitest('test', { ...QUIET, reporters }, { plugins });
  const put = (change: Mutant | undefined): void => {
    for (const file of [mutant?.file, change?.file]) if (file !== undefined) vitest.invalidateFile(join(ROOT, file));
    mutant = change;
    read = false;
  };
  return { vitest, put, heard: () => heard, wasRead: () => read };
};

export interface Trial {
  readonly notices: (mutant: Mutant, tests: readonly string[]) => Promise<boolean>;
  /** Those of the tests that noticed something that fail without any change too: what they noticed says nothing. */
  readonly broken: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Longer than any test takes by far: where none has ended for as long, one never ends, and somebody would notice. */
const LIMIT = 180_000;

const ended = Symbol('ended');

const NOBODY = '';

const within = async <T>(run: Promise<T>, heard: () => number): Promise<T | typeof ended> => {
  let timer: NodeJS.Timeout | undefined;
  const begun = Date.now();
  const limit = new Promise<typeof ended>(resolve => {
    timer = setInterval(() => Date.now() - Math.max(begun, heard()) > LIMIT && resolve(ended), 1000);
  });
  const first = await Promise.race([run, limit]);
  clearInterval(timer);
  return first;
};

/** The tests that fail; a run that goes wrong as a whole is the fault of no one of them. */
const failing = async (vitest: Vitest, tests: readonly string[]): Promise<readonly string[]> => {
  const found = await vitest.globTestSpecifications([...tests]);
  const specifications = tests.flatMap(test => found.find(({ moduleId }) => fileOf(moduleId) === test) ?? []);
  // What went wrong beside a test of the run before would count against every run after it.
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const failed = testModules.filter(module => !module.ok()).map(({ moduleId }) => fileOf(moduleId));
  return failed.length === 0 && unhandledErrors.length > 0 ? [NOBODY] : failed;
};

const halted = async (vitest: Vitest): Promise<void> => {
  void vitest.cancelCurrentRun('keyboard-input');
  void vitest.cancelCurrentRun('keyboard-input');
  await vitest.close();
};

export const openTrial = async (): Promise<Trial> => {
  let bench = await openBench();
  const noticing = new Set<string>();
  const fails = async (tests: readonly string[]): Promise<readonly string[]> => {
    const failed = await within(
      failing(bench.vitest, tests).catch(() => [NOBODY]),
      bench.heard,
    );
    if (failed !== ended) return failed;
    await halted(bench.vitest);
    bench = await openBench();
    return [NOBODY];
  };
  return {
    notices: async (mutant, tests) => {
      bench.put(mutant);
      const first = await fails(tests);
      if (first.length === 0 && !bench.wasRead()) throw new Error(`${mutant.file} was never read with its change`);
      // What the run before left behind may fail a test once; a mutant fails it again.
      const failed = first.every(test => test === NOBODY) ? first : await fails(first);
      bench.put(undefined);
      for (const test of failed) if (test !== NOBODY) noticing.add(test);
      return failed.length > 0;
    },
    broken: async () => {
      const broken: string[] = [];
      if ((await fails([...noticing])).length === 0) return broken;
      for (const test of noticing) if ((await fails([test])).length > 0) broken.push(test);
      return broken;
    },
    close: () => bench.vitest.close(),
  };
};

/** What a test file runs of the source, and how long it takes. */
export interface Noted {
  readonly test: string;
  readonly took: number;
  readonly reached: readonly string[];
}

const notedOf = (module: TestModule): Noted => ({
  test: fileOf(module.moduleId),
  took: Math.round(module.diagnostic().duration),
  reached: module.meta().reached ?? [],
});

/** Every test file once, each in a world of its own: what a first one loads counts for the second too. */
export const noteTests = async (filters: readonly string[], tell: (noted: Noted) => void): Promise<void> => {
  const transform = (code: string, id: string): string | undefined =>
    id.startsWith(join(ROOT, 'src/')) && id.endsWith('.ts') ? noting(fileOf(id), code) : undefined;
  const vitest = await createVitest(
    'test',
    {
      ...QUIET,
      bail: 0,
      isolate: true,
      setupFiles: [join(import.meta.dirname, 'note.setup.ts')],
      reporters: [{ onTestModuleEnd: module => tell(notedOf(module)) }],
    },
    { plugins: [{ name: 'note', enforce: 'pre', transform }] },
  );
  await vitest.runTestSpecifications(await vitest.globTestSpecifications([...filters]));
  await vitest.close();
};
