import { both, type Lang } from '../model/base/text.ts';
import { label } from '../words/names.ts';
import type { Ledger, LedgerLine, Row, Table, Text } from './block.ts';
import { table } from './blocks.ts';

/** An amount of a row that is not in the scorecard. */
const NONE = '—';

const workText = ({ work, open }: LedgerLine, lang: Lang): Text => {
  const [low, high] = [work.low.join('\n'), work.high.join('\n')];
  const wanted = open === '' ? '' : both(`待查：${open}`, `Open: ${open}`)[lang];
  if (low === high) return [low, wanted].filter(text => text !== '').join('\n');
  return [
    { text: both('得分：', 'Score: ')[lang], strong: true },
    `${low}\n`,
    { text: both('可达：', 'Up to: ')[lang], strong: true },
    [high, wanted].filter(text => text !== '').join('\n'),
  ];
};

const amounts = ({ low, high, max }: LedgerLine): readonly string[] => [low || NONE, high || NONE, max];

const rowOf = (line: LedgerLine, lang: Lang): Row => ({
  anchor: line.anchor,
  cells: [line.clause, line.title, workText(line, lang), ...amounts(line)],
});

const sumOf = (line: LedgerLine, name: string): Row => ({
  kind: 'sum',
  cells: [[name, ...line.work.low].join(' '), ...amounts(line)],
});

/** A scorecard as one table, a part for each section. */
export const ledgerTable = ({ sections, total }: Ledger, lang: Lang): Table => {
  const parts = sections.flatMap(({ title, rows, subtotal }): readonly Row[] => [
    { kind: 'part', cells: [title] },
    ...rows.map(row => rowOf(row, lang)),
    sumOf(subtotal, label('subtotal', lang)),
  ]);
  return table(
    'scoring',
    [...parts, { kind: 'sum', cells: [total.title, ...amounts(total)] }],
    [
      { title: label('clause', lang), kind: 'clause', width: 10 },
      { title: label('row', lang), kind: 'name', width: 26 },
      { title: label('working', lang), kind: 'text', width: 40 },
      { title: label('low', lang), kind: 'figure', width: 8 },
      { title: label('high', lang), kind: 'figure', width: 8 },
      { title: label('max', lang), kind: 'figure', width: 8 },
    ],
  );
};
