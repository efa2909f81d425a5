import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestModule } from 'vitest/node';
import { createVitest, type Vitest } from 'vitest/node';
import { applied, type Mutant } from './mutate.ts';
import { noting } from './reach.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const fileOf = (path: string): string => relative(ROOT, path).replaceAll('\\', '/');

interface Bench {
  readonly vitest: Vitest;
  /** What the runner sees of a file from now on. */
  readonly put: (change: Mutant | undefined) => void;
}

const QUIET = { watch: false, maxWorkers: 1, reporters: [{}], root: ROOT, bail: 1 };

/** A runner that stays: what it has translated once it keeps, and a mutant is a change of one file in its memory. */
const openBench = async (): Promise<Bench> => {
  let mutant: Mutant | undefined;
  const transform = (code: string, id: string): string | undefined =>
    mutant !== undefined && id === join(ROOT, mutant.file) ? applied(code, mutant) : undefined;
  const vitest = await createVitest('test', QUIET, { plugins: [{ name: 'mutant', enforce: 'pre', transform }] });
  const put = (change: Mutant | undefined): void => {
    for (const file of [mutant?.file, change?.file]) if (file !== undefined) vitest.invalidateFile(join(ROOT, file));
    mutant = change;
  };
  return { vitest, put };
};

export interface Trial {
  readonly notices: (mutant: Mutant, tests: readonly string[]) => Promise<boolean>;
  /** Those of the tests that noticed something that fail without any change too: what they noticed says nothing. */
  readonly broken: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Longer than any test file takes by far: what has not ended by then never ends, and somebody would notice. */
const LIMIT = 180_000;

const ended = Symbol('ended');

const NOBODY = '';

const within = async <T>(run: Promise<T>): Promise<T | typeof ended> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof ended>(resolve => {
    timer = setTimeout(() => resolve(ended), LIMIT);
  });
  const first = await Promise.race([run, limit]);
  clearTimeout(timer);
  return first;
};

/** The tests that fail; a run that goes wrong as a whole is the fault of no one of them. */
const failing = async (vitest: Vitest, tests: readonly string[]): Promise<readonly string[]> => {
  const wanted = new Set(tests);
  const specifications = (await vitest.globTestSpecifications([...tests])).filter(({ moduleId }) =>
    wanted.has(fileOf(moduleId)),
  );
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const failed = testModules.filter(module => !module.ok()).map(({ moduleId }) => fileOf(moduleId));
  return failed.length === 0 && unhandledErrors.length > 0 ? [NOBODY] : failed;
};

const halted = async (vitest: Vitest): Promise<void> => {
  void vitest.cancelCurrentRun('keyboard-input');
  void vitest.cancelCurrentRun('keyboard-input');
  await vitest.close();
};

/** The quickest tests first and by themselves: most mutants are noticed by them. */
const AT_ONCE = 4;

export const openTrial = async (): Promise<Trial> => {
  let bench = await openBench();
  const noticing = new Set<string>();
  const fails = async (tests: readonly string[]): Promise<readonly string[]> => {
    const failed = await within(failing(bench.vitest, tests).catch(() => [NOBODY]));
    if (failed !== ended) return failed;
    await halted(bench.vitest);
    bench = await openBench();
    return [NOBODY];
  };
  const pass = async (tests: readonly string[]): Promise<boolean> => {
    const failed = await fails(tests);
    for (const test of failed) if (test !== NOBODY) noticing.add(test);
    return failed.length === 0;
  };
  return {
    notices: async (mutant, tests) => {
      bench.put(mutant);
      const rest = tests.slice(AT_ONCE);
      const passed = (await pass(tests.slice(0, AT_ONCE))) && (rest.length === 0 || (await pass(rest)));
      bench.put(undefined);
      return !passed;
    },
    broken: async () => {
      const broken: string[] = [];
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
