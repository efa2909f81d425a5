import { type DiffSide, diffPacks, unshownSentences } from '../../authoring/diff.ts';
import { jsonText } from '../../model/base/clean.ts';
import { reasonsOf } from '../../model/base/problem.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { DiffRow } from '../../model/standard/diff.ts';
import type { Ledger } from '../../model/standard/ledger.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { findLedger } from '../../read/pack/authored.ts';
import { TOLD_AND_DATA, type Told } from '../../report/told/index.ts';
import { diffList, diffText, factText, type PackDiff, sideText, tellDiff } from '../../tell/diff.ts';
import { flat } from '../../tell/list.ts';
import { termLabel } from '../../words/facts/values.ts';
import { clauseText, levelName } from '../../words/names.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { readFormats, show } from '../show.ts';
import { errLine } from '../terminal.ts';
import { NO_LEVEL, type OpenedPack, openPack, type PackOptions } from './open.ts';

export interface DiffOptions extends PackOptions {
  readonly level?: Level;
  /** Facts of which both ask the same too. */
  readonly all?: boolean;
  /** A format, or a file by whose ending it is known. */
  readonly output?: readonly string[];
}

const UNDATED = { zh: '未注明日期', en: 'undated' } as const;

const ledgerOf = async ({ folder }: OpenedPack): Promise<Ledger | undefined> => {
  const read = await findLedger(folder);
  return read?.ok ? read.value : undefined;
};

const unshownIn = async (packs: readonly [OpenedPack, OpenedPack]): Promise<PackDiff['unshown']> => {
  const [left, right] = [await ledgerOf(packs[0]), await ledgerOf(packs[1])];
  if (left === undefined || right === undefined) return undefined;
  return { left: unshownSentences(left, right).length, right: unshownSentences(right, left).length };
};

/** What one pack asks beyond another, and what both ask with different figures. */
export const diffCommand: Act<DiffOptions, [string, string]> = async (a, b, options, terminal) => {
  const { lang, level, output = ['terminal'] } = options;
  const requests = readFormats(output, TOLD_AND_DATA, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const opened = [await openPack(a, options), await openPack(b, options)] as const;
  const [left, right] = [opened[0].pack, opened[1].pack];
  if (!left.ok || !right.ok) return refuse(reasonsOf([left, right]), lang, terminal);
  if (level !== undefined && left.value.levels[level] === undefined && right.value.levels[level] === undefined)
    return misused(NO_LEVEL[lang](`${a} · ${b}`), terminal);
  const side = (pack: Pack): DiffSide => ({ pack, ...(level && { level }) });
  const nameOf = (pack: Pack): string => {
    const kind = level === undefined ? [] : [levelName(level, lang, pack)];
    return [pack.title[lang], pack.document.issued ?? UNDATED[lang], ...kind].join(' · ');
  };
  const all = diffPacks(side(left.value), side(right.value));
  const diff: PackDiff = {
    left: left.value,
    right: right.value,
    names: { left: nameOf(left.value), right: nameOf(right.value) },
    all,
    unshown: await unshownIn(opened),
    rows: options.all ? all : all.filter(row => row.relation !== 'same'),
    lang,
  };
  const told: Told = {
    lang,
    document: () => tellDiff(diff),
    sheets: () => [{ ...flat(diffList(diff)), name: { zh: '比较', en: 'compared' }[lang] }],
    rows: () => flat(diffList(diff)),
    json: () => `${jsonText(toJson(diff), 2)}\n`,
  };
  await show(told, requests, terminal);
  errLine(terminal, diffText(diff));
  return EXIT.passed;
};

const termsOf = ({ terms }: DiffRow, { left, lang }: PackDiff) => {
  if (terms === undefined) return {};
  const labels = (codes: readonly string[]) => codes.map(code => termLabel(left.vocabulary, terms.list, code, lang));
  return { terms: { onlyLeft: labels(terms.onlyLeft), onlyRight: labels(terms.onlyRight), both: labels(terms.both) } };
};

const toJson = (diff: PackDiff) => ({
  left: { id: diff.left.id, version: diff.left.version },
  right: { id: diff.right.id, version: diff.right.version },
  ...(diff.unshown && { unshown: diff.unshown }),
  rows: diff.rows.map(row => {
    const demands = (side: DiffRow['left']) =>
      side.map(({ rule, test }) => ({ rule: rule.id, clause: clauseText(rule), obligation: rule.obligation, test }));
    return {
      fact: row.fact,
      label: factText(row, diff),
      relation: row.relation,
      left: sideText(row, 'left', diff),
      right: sideText(row, 'right', diff),
      demands: { left: demands(row.left), right: demands(row.right) },
      ...termsOf(row, diff),
    };
  }),
});
