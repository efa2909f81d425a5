import type { Lang } from '../../model/base/text.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { tellPacks } from '../../tell/packs.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { show } from '../show.ts';
import type { Terminal } from '../terminal.ts';

/** The packs at hand, a row each. */
export const listCommand = async ({ lang }: { lang: Lang }, terminal: Terminal): Promise<ExitCode> => {
  const packs = await shippedLibrary().summaries();
  await show({ lang, document: () => tellPacks(packs, lang) }, [{ format: 'terminal' }], terminal);
  return EXIT.passed;
};
