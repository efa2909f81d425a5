import type { Compared } from '../../model/result/compared.ts';
import { pick } from '../../words/reader.ts';
import { type RowSheet, rowsWorkbook } from '../workbook/rows.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';
import { overviewOf } from './overview.ts';
import { CENTER_COLUMNS, headOf, PRINTED, type RowCell, RULE_COLUMNS, rowOf, rulesOf } from './rows.ts';

/** A workbook is held whole while it is made; what is beyond stands in the table of separated values. */
const MOST_ROWS = 60_000;

const overviewSheet = (compared: Compared, options: ComparisonOptions, left: number): RowSheet => {
  const { lang } = options;
  const rows = overviewOf(compared, options).flatMap(({ label, texts }) =>
    texts.map((text, index) => [index === 0 ? label : '', text]),
  );
  const cut = pick(
    { lang },
    `另有 ${left} 行条目变化没有列出，见 -o csv=文件`,
    `${left} more changes of rules are not listed: see -o csv=FILE`,
  );
  return {
    name: pick({ lang }, '汇总', 'Overview'),
    head: pick({ lang }, '项目 情况', 'Item Finding').split(' '),
    rows: left > 0 ? [...rows, ['', cut]] : rows,
    widths: [20, 100],
  };
};

/** Three sheets to filter: what it comes to, a line a centre, a line a change. */
const xlsx = (options: ComparisonOptions): ComparisonReport => {
  const { lang, vocabulary } = options;
  const centers: (readonly RowCell[])[] = [];
  const rules: (readonly RowCell[])[] = [];
  let left = 0;
  const sheet = (name: string, columns: typeof RULE_COLUMNS, rows: typeof rules, printed: number): RowSheet => ({
    name,
    head: headOf(columns, lang),
    rows,
    widths: columns.map(({ width }) => width),
    printed,
  });
  return {
    add: change => {
      const about = { lang, vocabulary: vocabulary(change.pack) };
      centers.push(rowOf(CENTER_COLUMNS, { ...about, change }));
      for (const one of rulesOf(change))
        if (rules.length < MOST_ROWS) rules.push(rowOf(RULE_COLUMNS, { ...about, ...one }));
        else left++;
      return '';
    },
    end: async compared =>
      rowsWorkbook(
        [
          overviewSheet(compared, options, left),
          sheet(pick({ lang }, '中心', 'Centres'), CENTER_COLUMNS, centers, PRINTED.centers),
          sheet(pick({ lang }, '条目', 'Rules'), RULE_COLUMNS, rules, PRINTED.rules),
        ],
        lang,
      ),
  };
};

export default xlsx;
