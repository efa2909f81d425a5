import { type Loaded, loaded, type Problem } from '../model/base/problem.ts';
import type { Library } from '../read/pack/library.ts';
import { openLibrary } from '../read/pack/open.ts';
import type { Settled } from '../read/settings/readings.ts';

/** Where packs are looked for, and how the county reads them. */
export interface LibraryOptions {
  readonly standards?: string;
  readonly readings?: readonly Settled[];
}

const reader = () => import('../read/settings/readings.ts');

export const readAsSettled = async (library: Library, readings: readonly Settled[]): Promise<Library> =>
  readings.length === 0 ? library : (await reader()).withReadings(library, readings);

/** Decisions about rules that the named packs, or else any at hand, do not have, or that cannot be read so. */
export const misreadings = async (
  library: Library,
  readings: readonly Settled[],
  packs: readonly string[] = [],
): Promise<readonly Problem[]> =>
  readings.length === 0 ? [] : (await reader()).checkReadings(readings, library, packs);

/** The packs at hand as the county reads them. */
export const openSettled = async ({ standards, readings = [] }: LibraryOptions): Promise<Loaded<Library>> => {
  const opened = await openLibrary(standards);
  if (!opened.ok) return opened;
  const library = await readAsSettled(opened.value, readings);
  return loaded([...opened.warnings, ...(await misreadings(opened.value, readings))], () => library);
};
