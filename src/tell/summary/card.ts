import { nameOf } from '../../model/profile/profile.ts';
import type { RankedCenter } from '../../model/result/summary.ts';
import { called } from '../../words/called.ts';
import { LABELS, label } from '../../words/labels.ts';
import { pick } from '../../words/reader.ts';
import { SUMMARY_SHEETS } from '../../words/sheets.ts';
import type { Chapter, Column } from '../block.ts';
import { chapter, table } from '../blocks.ts';
import { NO_FIGURE } from '../list.ts';
import type { Part } from './part.ts';

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
  return chapter('card', SUMMARY_SHEETS.card.name[lang], table('card', heads, rows));
};
