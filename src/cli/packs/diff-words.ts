import type { Demand, DiffRow, Relation } from '../../authoring/diff.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { expressionText } from '../../words/checks/expressions.ts';
import { subjectOf } from '../../words/checks/subjects.ts';
import { testPhrase, wantedAnswer } from '../../words/checks/tests.ts';
import { factLabel, list, termLabel, valueText } from '../../words/facts/values.ts';
import { clauseText, OBLIGATION_NAMES } from '../../words/names.ts';
import type { Reader } from '../../words/reader.ts';

export const RELATION_NAMES: Readonly<Record<Relation, Bilingual>> = {
  same: { zh: '相同', en: 'same' },
  differs: { zh: '不同', en: 'differs' },
  'only-left': { zh: '只有前者要求', en: 'only the first' },
  'only-right': { zh: '只有后者要求', en: 'only the second' },
};

/** What a demand asks of its fact, without naming the fact: `80 ～ 100 厘米`. */
const asked = ({ fact, test, where }: Demand, reader: Reader): string => {
  const subject = subjectOf({ scope: 'center', id: fact }, reader, { form: 'statement', and: '' });
  const answer = wantedAnswer([test]);
  const said =
    answer !== undefined
      ? valueText(answer, subject.definition, reader.vocabulary, reader.lang)
      : testPhrase([test], subject, reader).trim();
  return where === undefined ? said : `${said}（${expressionText(where, reader)}）`;
};

const demandText = (demand: Demand, reader: Reader): string => {
  const { rule } = demand;
  const condition = demand.when === undefined ? '' : { zh: '，有条件', en: ', on a condition' }[reader.lang];
  const head = `${clauseText(rule)} ${OBLIGATION_NAMES[rule.obligation][reader.lang]}${condition}`;
  return `${head}${reader.lang === 'zh' ? '：' : ': '}${asked(demand, reader)}`;
};

/** Terms that only this side lists, where both list some. */
const ownTerms = ({ terms, relation }: DiffRow, side: 'onlyLeft' | 'onlyRight', reader: Reader): string => {
  if (terms === undefined || relation !== 'differs' || terms[side].length === 0) return '';
  const names = list(
    terms[side].map(code => termLabel(reader.vocabulary, terms.list, code, reader.lang)),
    reader.lang,
  );
  return reader.lang === 'zh' ? `\n独有：${names}` : `\nonly here: ${names}`;
};

/** A row in words: the fact, what either side asks of it, and how the two compare. */
export interface DiffLine {
  readonly fact: string;
  readonly label: string;
  readonly relation: Relation;
  readonly left: string;
  readonly right: string;
}

const MOST_TERMS = 8;

export const diffLine = (
  row: DiffRow,
  left: Vocabulary,
  right: Vocabulary,
  lang: Lang,
  most = MOST_TERMS,
): DiffLine => {
  const [ours, theirs] = [left, right].map((vocabulary): Reader => ({ vocabulary, lang, most }));
  if (ours === undefined || theirs === undefined) throw new Error('a diff has two sides');
  const home = left.fact.has(row.fact) ? left : right;
  const cell = (demands: readonly Demand[], reader: Reader): string =>
    demands.map(demand => demandText(demand, reader)).join('\n');
  return {
    fact: row.fact,
    label: factLabel(home, row.fact, lang),
    relation: row.relation,
    left: cell(row.left, ours) + ownTerms(row, 'onlyLeft', ours),
    right: cell(row.right, theirs) + ownTerms(row, 'onlyRight', theirs),
  };
};
