import { shippedLibrary } from '../../load/library.ts';
import type { Lang } from '../../model/text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** Reads packs and says everything that is wrong with them. */
export const lintCommand = async (
  ids: readonly string[],
  options: { lang: Lang },
  terminal: Terminal,
): Promise<ExitCode> => {
  const library = shippedLibrary();
  const chosen = ids.length > 0 ? ids : (await library.summaries()).map(({ id }) => id);
  let failed = false;
  for (const id of chosen) {
    const pack = await library.pack(id);
    printProblems(pack.ok ? pack.warnings : pack.problems, options.lang, terminal);
    if (pack.ok) terminal.out(`${id}: ${pack.value.rules.length}\n`);
    else failed = true;
  }
  return failed ? EXIT.badInput : EXIT.passed;
};
