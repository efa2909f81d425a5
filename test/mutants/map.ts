import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Noted, noteTests, ROOT } from './bench.ts';

/** Which tests run which functions; kept outside the project's own files, drawn again with `--map`. */
const KEPT = join(ROOT, 'node_modules', '.cache', 'duibiao', 'reach.json');

const kept = (): readonly Noted[] =>
  existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as readonly Noted[]) : [];

/** Kept test by test: what is broken off goes on where it was. */
const keep = (noted: Noted): void => {
  const others = kept().filter(({ test }) => test !== noted.test && existsSync(join(ROOT, test)));
  const all = [...others, noted].toSorted((left, right) => left.took - right.took);
  writeFileSync(KEPT, JSON.stringify(all));
  process.stdout.write(`${noted.test}: ${noted.reached.length} functions, ${noted.took} ms\n`);
};

/** The tests from quick to slow, each with what it runs. */
export const mapOfTests = async (again: readonly string[] | undefined): Promise<readonly Noted[]> => {
  if (again === undefined && existsSync(KEPT)) return kept();
  mkdirSync(dirname(KEPT), { recursive: true });
  await noteTests(again ?? [], keep);
  return kept();
};
