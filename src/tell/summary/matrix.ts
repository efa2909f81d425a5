import { both } from '../../model/base/text.ts';
import { nameOf } from '../../model/profile/profile.ts';
import { type Frame, markOf, type RankedCenter } from '../../model/result/summary.ts';
import { clauseText, LABELS, label } from '../../words/names.ts';
import { called, pick, voiced } from '../../words/reader.ts';
import { SUMMARY_SHEETS } from '../../words/sheets.ts';
import type { Block, Chapter, Column } from '../block.ts';
import { chapter, remark, table } from '../blocks.ts';
import type { Band, MatrixRow } from '../drawing.ts';
import { NO_FIGURE } from '../list.ts';
import { filterOf, nameSpan, type Part, select } from './part.ts';

export interface RuleColumn {
  readonly rule: number;
  readonly about: Frame['rules'][number];
}

/** The rules in the order of the sections: a column each. */
export const ruleColumns = ({ rules, sections }: Frame): readonly RuleColumn[] => {
  const order = new Map(sections.map(({ id }, index) => [id, index]));
  const place = ({ about }: RuleColumn): number => order.get(about.section) ?? order.size;
  return rules.map((about, rule) => ({ rule, about })).sort((a, b) => place(a) - place(b) || a.rule - b.rule);
};

/** Neighbours of one section. */
export const sectionBands = (columns: readonly RuleColumn[], { sections }: Frame, lang: Part['lang']) =>
  bandsBy(
    columns,
    ({ section }) => section,
    id => {
      const section = sections.find(known => known.id === id);
      return section === undefined
        ? { title: id, short: id }
        : { title: `${section.clause} ${section.title[lang]}`, short: section.clause };
    },
  );

const bandsBy = (
  columns: readonly RuleColumn[],
  keyOf: (about: RuleColumn['about']) => string,
  name: (key: string) => Omit<Band, 'length'>,
): readonly Band[] => {
  const keys = columns.map(({ about }) => keyOf(about));
  const starts = keys.flatMap((key, index) => (keys[index - 1] === key ? [] : [index]));
  return starts.map((start, index) => ({
    ...name(keys[start] ?? ''),
    length: (starts[index + 1] ?? keys.length) - start,
  }));
};

/** What a row shows, in words. */
const labelOf = ({ row, counts }: RankedCenter, part: Part): string => {
  const { rules } = part.summary.frame;
  const clauses = [...new Set(rules.flatMap((rule, index) => (row.outcomes[index] === 'f' ? clauseText(rule) : [])))];
  const failed = clauses.join(pick(part, '、', ', '));
  return voiced(part, {
    zh: `不符合 ${counts.fail}${failed && `：${failed}`}；未定 ${counts.unknown}，符合 ${counts.pass}，不适用 ${counts['not-applicable']}`,
    en: `${counts.fail} failed${failed && `: ${failed}`}; ${counts.unknown} unknown, ${counts.pass} passed, ${counts['not-applicable']} not applicable`,
  });
};

const rowOf =
  (part: Part, columns: readonly RuleColumn[]) =>
  (center: RankedCenter): MatrixRow => ({
    rank: center.rank === undefined ? NO_FIGURE : String(center.rank),
    name: [nameSpan(center, part)],
    label: labelOf(center, part),
    marks: columns.map(({ rule }) => markOf(center.row.outcomes[rule])),
    filter: filterOf(center, part),
  });

const leftOut = (left: number, part: Part): readonly Block[] =>
  left > 0
    ? [
        remark(
          voiced(part, {
            zh: `图中为名次最前和最后的中心，中间 ${left} 个从略，见 summary.xlsx 的矩阵。`,
            en: `The best and the worst are drawn; ${left} in between are left out, see the matrix in summary.xlsx.`,
          }),
        ),
      ]
    : [];

export const MATRIX_TITLE = both('中心与条款对照', 'Centres and clauses');

/** Centres × rules, best centre on top, rules in the standard's own order. */
export const matrix = (part: Part, most: number): Chapter | undefined => {
  const { top, bottom, left } = select(part, most);
  const { frame } = part.summary;
  const columns = ruleColumns(frame);
  if (top.length === 0 || columns.length === 0) return undefined;
  return chapter(
    'heat',
    called(part.of, MATRIX_TITLE)[part.lang],
    {
      kind: 'matrix',
      key: part.key,
      bands: sectionBands(columns, frame, part.lang),
      clauses: bandsBy(
        columns,
        about => clauseText(about),
        clause => ({ title: clause, short: clause }),
      ),
      columns: columns.map(({ rule, about }) => ({
        rule,
        title: `${clauseText(about)} ${about.title[part.lang]}`,
      })),
      rows: [...top, ...bottom].map(rowOf(part, columns)),
    },
    ...leftOut(left, part),
  );
};

const rangeText = (range: readonly [string, string] | null | undefined): string => {
  if (range === null || range === undefined) return NO_FIGURE;
  return range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`;
};

const cellsOf = ({ row, rank }: RankedCenter, hasDeclared: boolean): readonly string[] => [
  rank === undefined ? NO_FIGURE : String(rank),
  nameOf(row.center, row.location.file),
  row.score === undefined ? NO_FIGURE : rangeText([row.score.low, row.score.high]),
  ...(hasDeclared ? [rangeText(row.card?.declared)] : []),
  ...(row.card?.cells ?? []).map(rangeText),
];

/** Centres × rows of the scorecard, by rank: what is open is a range. */
export const card = (part: Part, most: number): Chapter | undefined => {
  const { lang, centers, summary } = part;
  const columns = summary.frame.card;
  if (columns === undefined || centers.length === 0) return undefined;
  const hasDeclared = centers.some(({ row }) => row.card?.declared !== undefined);
  const figure = (title: string) => ({ title, kind: 'figure', width: 8 }) as const;
  const heads: readonly Column[] = [
    figure(pick(part, '名次', 'Rank')),
    { title: called(part.of, LABELS.center)[lang], kind: 'name', width: 24 },
    figure(label('score', lang)),
    ...(hasDeclared ? [figure(pick(part, '申报时', 'As declared'))] : []),
    ...columns.map(({ clause, title, max }) => figure(`${clause} ${title[lang]}（${max}）`)),
  ];
  const rows = centers.slice(0, most).map(center => ({ cells: cellsOf(center, hasDeclared) }));
  return chapter('card', SUMMARY_SHEETS.card.name[lang], table('card', rows, heads));
};
