import { buildGuide } from '../../../authoring/guide.ts';
import { sourceFor } from '../../../authoring/trace/quotes.ts';
import { reasonsOf } from '../../../model/base/problem.ts';
import type { Level } from '../../../model/profile/profile.ts';
import { loadTexts } from '../../../read/document/open.ts';
import { findLedger, loadCases, loadSignatures } from '../../../read/pack/authored.ts';
import { signedRules } from '../../../read/pack/beside/signatures.ts';
import { DOCUMENTS } from '../../../report/told/index.ts';
import { tellGuide } from '../../../tell/guide.ts';
import { wordsOf } from '../../audit/quotes.ts';
import type { Act } from '../../cli.ts';
import { EXIT } from '../../exit-code.ts';
import { misused, refuse } from '../../problems.ts';
import { readFormats, show } from '../../show.ts';
import { errLine } from '../../terminal.ts';
import { NO_COPY, NO_LEVEL, openPack, type PackOptions } from '../open.ts';

export interface GuideOptions extends PackOptions {
  readonly level?: Level;
  /** The user's own copy of the document, or a folder of copies: its words are shown beside the rules. */
  readonly source?: string;
  /** Whether it has room for a signature at every rule, with its cases. */
  readonly sign?: boolean;
  /** A format of documents, or a file by whose ending it is known. */
  readonly output?: readonly string[];
}

/** Writes a pack as a document to read and sign. */
export const guideCommand: Act<GuideOptions, [string]> = async (id, options, terminal) => {
  const { lang, output = ['markdown'] } = options;
  const requests = readFormats(output, DOCUMENTS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const { pack, folder } = await openPack(id, options);
  const ledger = await findLedger(folder);
  const signatures = await loadSignatures(folder);
  const cases = options.sign && pack.ok ? await loadCases(folder, pack.value.vocabulary) : undefined;
  const texts = await loadTexts(options.source);
  if (!pack.ok || ledger?.ok === false || !texts.ok || !signatures.ok || cases?.ok === false)
    return refuse(reasonsOf([pack, ledger, texts, signatures, cases]), lang, terminal);
  const { level } = options;
  if (level !== undefined && pack.value.levels[level] === undefined) return misused(NO_LEVEL[lang](id), terminal);
  const known = ledger?.value;
  const source = known && sourceFor(known, texts.value);
  if (source === undefined && options.source !== undefined) errLine(terminal, NO_COPY[lang](options.source));
  const words = await wordsOf(folder, pack.value.base, texts.value);
  const guide = buildGuide({
    pack: pack.value,
    ...(level && { level }),
    ...(known && { ledger: known }),
    ...(source && { source }),
    ...(words.ok && pack.value.base && { words: words.value }),
    signed: signedRules(pack.value, known, signatures.value),
    ...(cases && { toSign: cases.value }),
  });
  return show({ lang, document: () => tellGuide(guide, lang) }, requests, terminal);
};
