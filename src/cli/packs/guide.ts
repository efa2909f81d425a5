import { buildGuide } from '../../authoring/guide.ts';
import { sourceFor } from '../../authoring/trace/quotes.ts';
import type { SourceText } from '../../authoring/trace/trace.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import type { Loaded } from '../../model/base/problem.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { Guide } from '../../model/standard/guide.ts';
import type { Ledger } from '../../model/standard/ledger.ts';
import { hasLedger, loadLedger, loadTexts } from '../../read/pack/authored.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { openPack, type PackOptions } from './open.ts';

export interface GuideOptions extends PackOptions {
  readonly level?: Level;
  /** The user's own copy of the document, or a folder of copies: its words are shown beside the rules. */
  readonly source?: string;
  /** `markdown`, `html`, or a file ending in .md or .html. */
  readonly output?: string;
}

/** Writes a pack as a document to read and sign. */
export const guideCommand = async (id: string, options: GuideOptions, terminal: Terminal): Promise<ExitCode> => {
  const { pack, folder } = await openPack(id, options);
  const ledger: Loaded<Ledger> | undefined = hasLedger(folder) ? await loadLedger(folder) : undefined;
  const texts: Loaded<readonly SourceText[]> =
    options.source === undefined ? { ok: true, value: [], warnings: [] } : loadTexts(options.source);
  if (!pack.ok || ledger?.ok === false || !texts.ok) {
    printProblems(
      [pack, ledger, texts].flatMap(read => (read === undefined || read.ok ? [] : read.problems)),
      options.lang,
      terminal,
    );
    return EXIT.badInput;
  }
  const { level } = options;
  const known = ledger?.value;
  const source = known && sourceFor(known, texts.value);
  await write(
    buildGuide({
      pack: pack.value,
      ...(level && { level }),
      ...(known && { ledger: known }),
      ...(source && { source }),
    }),
    options,
    terminal,
  );
  return EXIT.passed;
};

const write = async (guide: Guide, { output = 'markdown', lang }: GuideOptions, terminal: Terminal): Promise<void> => {
  const isHtml = output === 'html' || /\.html?$/iu.test(output);
  const text = isHtml
    ? (await import('../../report/guide/html.ts')).guideHtml(guide, lang)
    : (await import('../../report/guide/markdown.ts')).guideMarkdown(guide, lang);
  if (output === 'markdown' || output === 'html') terminal.out(text);
  else writeWhole(output, text);
};
