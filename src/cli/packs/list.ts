import { openLibrary } from '../../read/pack/library.ts';
import { tellPacks } from '../../tell/packs.ts';
import type { Act } from '../cli.ts';
import { refuse } from '../problems.ts';
import { show } from '../show.ts';
import type { PackOptions } from './open.ts';

/** The packs at hand, a row each. */
export const listCommand: Act<PackOptions, []> = async ({ lang, standards }, terminal) => {
  const library = await openLibrary(standards);
  if (!library.ok) return refuse(library.problems, lang, terminal);
  const packs = await library.value.summaries();
  return show({ lang, document: () => tellPacks(packs, lang) }, [{ format: 'terminal' }], terminal);
};
