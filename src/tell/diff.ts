import { both, type Lang } from '../model/base/text.ts';
import { type Demand, type DiffRow, RELATIONS } from '../model/standard/diff.ts';
import type { Expression } from '../model/standard/expression.ts';
import type { Pack } from '../model/standard/pack.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import { expressionText } from '../words/checks/expressions.ts';
import { subjectOf } from '../words/checks/subjects.ts';
import { testPhrase, wantedAnswer } from '../words/checks/tests.ts';
import { factLabel, list, termLabel, valueFor } from '../words/facts/values.ts';
import { bindingName, clauseText, LABELS, RELATION_NAMES } from '../words/names.ts';
import { pick, type Reader } from '../words/reader.ts';
import type { Document } from './block.ts';
import { chapter, fields, remark } from './blocks.ts';
import { column, type List, tableOf } from './list.ts';

/** Two packs, and what they ask of each fact. */
export interface PackDiff {
  readonly left: Pack;
  readonly right: Pack;
  /** What the sides are called. */
  readonly names: { readonly left: string; readonly right: string };
  /** Every fact, and those that are to be told. */
  readonly all: readonly DiffRow[];
  readonly rows: readonly DiffRow[];
  /** How many sentences that no check carries only one side has; undefined where a side has no ledger. */
  readonly unshown?: { readonly left: number; readonly right: number } | undefined;
  readonly lang: Lang;
}

const restricted = (said: string, where: Expression | undefined, reader: Reader): string => {
  if (where === undefined) return said;
  const condition = expressionText(where, reader);
  return said + pick(reader, `（${condition}）`, ` (${condition})`);
};

/** What a demand asks of its fact, without naming the fact: `80 ～ 100 厘米`. */
const asked = ({ fact, test, within, lead, where }: Demand, reader: Reader): string => {
  if (lead !== undefined && lead !== fact) {
    const name = factLabel(reader.vocabulary, lead, reader.lang);
    return pick(reader, `可选做法的一部分，见“${name}”`, `part of an alternative, see ${name}`);
  }
  if (within !== undefined) return restricted(expressionText(within, reader), where, reader);
  const subject = subjectOf({ scope: 'center', id: fact }, reader, { form: 'statement', and: '' });
  const answer = wantedAnswer([test]);
  const said =
    answer !== undefined ? valueFor(answer, subject.definition, reader) : testPhrase([test], subject, reader).trim();
  return restricted(said, where, reader);
};

const demandText = (demand: Demand, reader: Reader): string => {
  const { rule } = demand;
  const condition = demand.when === undefined ? '' : pick(reader, '，有条件', ', on a condition');
  const head = `${clauseText(rule)} ${bindingName(rule)[reader.lang]}${condition}`;
  return `${head}${pick(reader, '：', ': ')}${asked(demand, reader)}`;
};

/** Terms that only this side lists, where both list some. */
const ownTerms = ({ terms, relation }: DiffRow, side: 'onlyLeft' | 'onlyRight', reader: Reader): readonly string[] => {
  if (terms === undefined || relation !== 'differs' || terms[side].length === 0) return [];
  const names = list(terms[side], reader.lang, code => termLabel(reader.vocabulary, terms.list, code, reader.lang));
  return [pick(reader, `独有：${names}`, `only here: ${names}`)];
};

const homeOf = ({ fact }: DiffRow, { left, right }: PackDiff): Vocabulary =>
  (left.vocabulary.fact.has(fact) ? left : right).vocabulary;

/** What one side asks of a fact; so many terms of a list are named, or all. */
export const sideText = (row: DiffRow, side: 'left' | 'right', diff: PackDiff, most?: number): string => {
  const reader: Reader = { vocabulary: diff[side].vocabulary, lang: diff.lang, ...(most !== undefined && { most }) };
  const own = ownTerms(row, side === 'left' ? 'onlyLeft' : 'onlyRight', reader);
  return [...new Set(row[side].map(demand => demandText(demand, reader))), ...own].join('\n');
};

export const factText = (row: DiffRow, diff: PackDiff): string => factLabel(homeOf(row, diff), row.fact, diff.lang);

const TITLE = both('两个标准有何不同', 'What two packs ask, side by side');

/** A fact a row. */
export const diffList = (diff: PackDiff, most?: number): List<DiffRow> => {
  const { names, lang } = diff;
  return {
    title: TITLE[lang],
    note: diffText(diff),
    columns: [
      column.name('fact', both('填报项', 'Fact'), 24, row => factText(row, diff)),
      column.text('left', both(names.left, names.left), 56, row => sideText(row, 'left', diff, most)),
      column.text('right', both(names.right, names.right), 56, row => sideText(row, 'right', diff, most)),
      column.short('relation', both('比较', 'Compared'), 14, ({ relation }) => RELATION_NAMES[relation][lang]),
    ],
    frozen: 'fact',
    items: diff.rows,
  };
};

const unshownText = ({ left, right }: NonNullable<PackDiff['unshown']>, lang: Lang): string =>
  both(
    `没有检查项的句子（标题、目标、他人职责等）：只在前者 ${left} 句，只在后者 ${right} 句`,
    `sentences that no check carries (headings, aims, duties of others): ${left} in the first only, ${right} in the second only`,
  )[lang];

/** How many facts stand in which relation, and what changed where no check shows it. */
export const diffText = ({ all, unshown, lang }: PackDiff): string => {
  const counts = RELATIONS.map(
    relation => `${RELATION_NAMES[relation][lang]} ${all.filter(row => row.relation === relation).length}`,
  ).join(both('，', ', ')[lang]);
  return unshown === undefined ? counts : `${counts}${both('。', '. ')[lang]}${unshownText(unshown, lang)}`;
};

/** So many terms of a list are named to a reader. */
const MOST_TERMS = 8;

/** What one pack asks beyond another, and what both ask with different figures. */
export const tellDiff = (diff: PackDiff): Document => {
  const { lang, left, right } = diff;
  const { columns, items } = diffList(diff, MOST_TERMS);
  return {
    lang,
    title: TITLE[lang],
    head: [
      fields([
        {
          name: LABELS.pack[lang],
          texts: [left, right].map(pack => `${pack.title[lang]} (${pack.id} ${pack.version})`),
        },
      ]),
      remark(diffText(diff)),
    ],
    chapters: [
      chapter('facts', both('逐项比较', 'Fact by fact')[lang], {
        ...tableOf({ name: 'facts' }, columns, items, lang),
        spaced: true,
      }),
    ],
  };
};
