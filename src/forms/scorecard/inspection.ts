import { groupByEach } from '../../model/base/group.ts';
import { bookMark } from '../../model/base/own-book.ts';
import type { Bilingual } from '../../model/base/text.ts';
import { bureausIn } from '../../model/scoring/bureaus.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import { entryName, rowWith } from '../../model/scoring/rows.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { bookBytes } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import { entryRange } from '../../words/facts/values.ts';
import { recordOf } from '../../words/forms.ts';
import { LOOKS } from './looks.ts';

export interface InspectionForm {
  readonly scheme: { readonly id: string; readonly title: Bilingual; readonly scorecard: Scorecard };
  /** Only what this bureau fills in. */
  readonly by?: string;
  /** Centres by name, a row each. */
  readonly centers: readonly string[];
}

const BLANK_ROWS = 30;
const HEAD_ROW = 9;

/** What bureaus fill in, a sheet each; rows that no bureau is named for are on a sheet of their own. */
const byBureau = ({ scheme, by }: InspectionForm): ReadonlyMap<string, readonly Entry[]> => {
  const sheets = groupByEach(scheme.scorecard.entries, ({ bureau }) =>
    bureau === undefined ? [''] : bureausIn(bureau),
  );
  return by === undefined ? sheets : new Map([...sheets].filter(([bureau]) => bureau === by));
};

const particulars = (form: InspectionForm, bureau: string): readonly (readonly [string, string])[] => [
  ['评分表', form.scheme.id],
  ['阶段', '核查'],
  ['部门', bureau],
  ['检查人', ''],
  ['级别', '县级'],
  ['日期', ''],
  ['依据', ''],
];

const fillSheet = (grid: Grid, form: InspectionForm, bureau: string, entries: readonly Entry[]): void => {
  const columns = entries.length + 3;
  grid.across(
    1,
    1,
    Math.max(columns, 4),
    `${form.scheme.title.zh}　评分记录${bureau === '' ? '' : `（${bureau}）`}`,
    LOOKS.title,
  );
  grid.height(1, 30);
  for (const [index, [name, text]] of particulars(form, bureau).entries()) {
    grid.put(index + 2, 1, name, LOOKS.section);
    grid.put(index + 2, 2, text, LOOKS.input);
  }
  const all = form.scheme.scorecard.entries;
  const heads = entries.map(
    entry =>
      `${entryName(entry, all)}\n${rowWith(entry.item, form.scheme.scorecard)?.clause.join('、') ?? ''}（${entryRange(entry, 'zh')}）`,
  );
  for (const [index, head] of ['序号', recordOf(form.scheme.scorecard.vocabulary).zh, ...heads, '说明'].entries())
    grid.put(HEAD_ROW, index + 1, head, LOOKS.head);
  grid.height(HEAD_ROW, 64);
  const rows = form.centers.length > 0 ? form.centers : Array.from({ length: BLANK_ROWS }, () => '');
  for (const [index, center] of rows.entries()) {
    const row = HEAD_ROW + 1 + index;
    grid.put(row, 1, index + 1, LOOKS.centre);
    grid.put(row, 2, center, LOOKS.cell);
    for (const [at, entry] of entries.entries()) {
      grid.put(row, at + 3, '', LOOKS.input);
      const choices = entry.kind === 'option' ? { choices: entry.options.map(({ label }) => label.zh) } : {};
      const title = (entry.label?.zh ?? entry.id).slice(0, 30);
      grid.validate(row, at + 3, { title, prompt: entryRange(entry, 'zh'), ...choices });
    }
    grid.put(row, columns, '', LOOKS.input);
  }
};

/** Blank sheets for those who count and judge on site: a sheet a bureau, a centre a row. */
export const inspectionBytes = (form: InspectionForm): Uint8Array =>
  bookBytes({ creator: 'duibiao', subject: bookMark('record'), footer: '&C第 &P 页　共 &N 页' }, book => {
    for (const [bureau, entries] of byBureau(form)) {
      const grid = makeGrid();
      fillSheet(grid, form, bureau, entries);
      const name = (bureau === '' ? '评分记录' : bureau).replaceAll(/[\\/?*[\]:]/gu, '').slice(0, 31);
      grid.write(book, {
        name,
        widths: [8, 28, ...entries.map(() => 16), 30],
        frozen: { rows: HEAD_ROW, columns: 2 },
        orientation: 'landscape',
        titles: { rows: [HEAD_ROW, HEAD_ROW] },
      });
    }
  });
