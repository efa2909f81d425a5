import { OUTCOMES, type Outcome } from '../../../model/finding/finding.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import { OUTCOME_LETTERS, type RankedCenter } from '../../../model/result/summary.ts';
import { columnName } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import type { Cell } from '../../../sheets/write/cell.ts';
import { type Look, textWidth } from '../../../sheets/write/look.ts';
import type { SheetWriter } from '../../../sheets/write/sheet.ts';
import { NO_FIGURE } from '../../../tell/list.ts';
import { MATRIX_TITLE, type RuleColumn, ruleColumns, sectionBands } from '../../../tell/summary/matrix.ts';
import { clauseText, OBLIGATION_NAMES, OUTCOME_MARKS, OUTCOME_NAMES } from '../../../words/names.ts';
import { pick, voiced } from '../../../words/reader.ts';
import { rangeIn } from '../list.ts';
import { LOOK, MARK_LOOKS } from './looks.ts';
import { MOST_DRAWN, type Part, partTitle } from './part.ts';

/** Rules that are still legible beside one another on one page. */
const RULES_A_PAGE = 50;

/** Rank, centre, and how many clauses of each row fail or are open. */
const OWN = [6, 26, 6, 6];
const RULE_WIDTH = 3.6;
const BAND_LINES = 2;

/** Title, key, sections, failed, unknown, obligations, clauses, titles. */
const HEADS = 8;
const FIRST_ROW = HEADS + 1;

type Rule = RuleColumn['about'];

const waivedMark = (outcome: Outcome, part: Part): string => `${OUTCOME_MARKS[outcome]}${pick(part, '免', 'w')}`;

/** What a letter of a centre's outcomes looks like. */
const signsOf = (part: Part): ReadonlyMap<string, Cell> =>
  new Map(
    OUTCOMES.flatMap((outcome): readonly (readonly [string, Cell])[] => {
      const letter = OUTCOME_LETTERS[outcome];
      return [
        [letter, [OUTCOME_MARKS[outcome], MARK_LOOKS[outcome].plain]],
        [letter.toUpperCase(), [waivedMark(outcome, part), MARK_LOOKS[outcome].waived]],
      ];
    }),
  );

/** Counts a sign, waived or not; `?` stands for itself and not for any character. */
const countFormula = (range: string, outcome: Outcome): string =>
  `COUNTIF(${range},"${outcome === 'unknown' ? '~' : ''}${OUTCOME_MARKS[outcome]}*")`;

const keyText = (part: Part): string =>
  [
    ...OUTCOMES.map(outcome => `${OUTCOME_MARKS[outcome]} ${OUTCOME_NAMES[outcome][part.lang]}`),
    pick(part, '带“免”字的已豁免，不计入得分和门槛', 'with a w: waived, out of score and gate'),
    pick(part, '在最下一行标题处可以按条款筛选', 'filter by clause at the lowest head'),
  ].join(pick(part, '　', '   '));

const blanks = (look: Look): readonly Cell[] => OWN.map(() => [undefined, look] as const);

/** Heads over neighbouring columns of one section, by its number where its title finds no room. */
const putSections = (sheet: SheetWriter, columns: readonly RuleColumn[], part: Part): void => {
  const bands = sectionBands(columns, part.summary.frame, part.lang);
  const cells = bands.flatMap(({ title, short, length }) => {
    const room = BAND_LINES * (length * RULE_WIDTH - 1);
    const text = textWidth(title) <= room ? title : short;
    return Array.from({ length }, (_, index): Cell => [index === 0 ? text : undefined, LOOK.band]);
  });
  const row = sheet.row([...blanks(LOOK.band), ...cells], 30);
  let left = OWN.length + 1;
  for (const { length } of bands) {
    sheet.merge({ top: row, left, bottom: row, right: left + length - 1 });
    left += length;
  }
};

/** More figures than this do not fit beside one another. */
const MOST_WIDE = 999;

/** How many centres fail a clause, or leave it open, live from the cells below. */
const putTotals = (sheet: SheetWriter, outcome: Outcome, columns: readonly RuleColumn[], part: Part): void => {
  const { length } = part.centers;
  const counts = new Map(part.summary.rules.map(({ rule, counts: of }) => [rule, of[outcome]]));
  const range = (column: number): string => rangeIn(OWN.length + column, FIRST_ROW, length);
  const name = pick(part, `${OUTCOME_NAMES[outcome].zh}的中心数`, `Centres: ${OUTCOME_NAMES[outcome].en}`);
  const [look, height] = length > MOST_WIDE ? [LOOK.smallUpright, 30] : [LOOK.small, 15];
  sheet.row(
    [
      ...[undefined, name, undefined, undefined].map((value): Cell => [value, LOOK.small]),
      ...columns.map(
        ({ rule }, index): Cell => [
          { formula: countFormula(range(index), outcome), result: counts.get(rule) ?? 0 },
          look,
        ],
      ),
    ],
    height,
  );
};

const putHeads = (sheet: SheetWriter, columns: readonly RuleColumn[], part: Part): void => {
  const { lang } = part;
  const heads = (say: (rule: Rule) => string, own: readonly Cell[], height: number): number =>
    sheet.row([...own, ...columns.map(({ about }): Cell => [say(about), LOOK.upright])], height);
  heads(({ obligation }) => OBLIGATION_NAMES[obligation][lang], blanks(LOOK.head), 40);
  heads(clauseText, blanks(LOOK.head), 74);
  heads(
    ({ title }) => title[lang],
    [
      [pick(part, '名次', 'Rank'), LOOK.head],
      [pick(part, '中心', 'Centre'), LOOK.head],
      [OUTCOME_NAMES.fail[lang], LOOK.upright],
      [OUTCOME_NAMES.unknown[lang], LOOK.upright],
    ],
    150,
  );
};

const putCenter = (
  sheet: SheetWriter,
  center: RankedCenter,
  row: number,
  columns: readonly RuleColumn[],
  signs: ReadonlyMap<string, Cell>,
): void => {
  const { row: found, counts, rank } = center;
  const range = `$${columnName(OWN.length + 1)}${row}:$${columnName(OWN.length + columns.length)}${row}`;
  const count = (outcome: Outcome): Cell => [
    { formula: countFormula(range, outcome), result: counts[outcome] },
    LOOK.small,
  ];
  sheet.row([
    [rank ?? NO_FIGURE, LOOK.centre],
    [nameOf(found.center, found.location.file), LOOK.oneLine],
    count('fail'),
    count('unknown'),
    ...columns.map(({ rule }) => signs.get(found.outcomes[rule] ?? '')),
  ]);
};

const putRefusal = (sheet: SheetWriter, part: Part): void => {
  const { count } = part.summary;
  sheet.row([
    [
      voiced(part, {
        zh: `共 ${count} 个中心。超过 ${MOST_DRAWN} 个中心的矩阵办公电脑难以打开，这里不列；每个中心逐条的结果在 results.jsonl 中，各条款的合计见“失分条款”。`,
        en: `${count} centres: a matrix of more than ${MOST_DRAWN} is too much for an office PC and is left out. results.jsonl has every finding of every centre, the sheet of clauses the totals.`,
      }),
      LOOK.wideNote,
    ],
  ]);
};

/** Centres × clauses, a sign and a colour each. */
export const addMatrix = (book: BookWriter, part: Part): void => {
  const columns = ruleColumns(part.summary.frame);
  const drawn = part.centers.length > 0 && part.centers.length <= MOST_DRAWN;
  const sheet = book.sheet({
    name: part.tab('matrix'),
    widths: [...OWN, ...columns.map(() => RULE_WIDTH)],
    orientation: 'landscape',
    pagesWide: drawn ? Math.max(1, Math.ceil(columns.length / RULES_A_PAGE)) : 1,
    ...(drawn && {
      frozen: { rows: HEADS, columns: OWN.length },
      titles: { rows: [3, HEADS] as const, columns: OWN.length },
    }),
  });
  sheet.row([[partTitle(part, MATRIX_TITLE[part.lang]), LOOK.wideTitle]], 30);
  if (!drawn) putRefusal(sheet, part);
  else {
    sheet.row([[keyText(part), LOOK.wideNote]], 18);
    putSections(sheet, columns, part);
    putTotals(sheet, 'fail', columns, part);
    putTotals(sheet, 'unknown', columns, part);
    putHeads(sheet, columns, part);
    const signs = signsOf(part);
    part.centers.forEach((center, index) => {
      putCenter(sheet, center, FIRST_ROW + index, columns, signs);
    });
    sheet.filter({ top: HEADS, left: 1, bottom: HEADS + part.centers.length, right: OWN.length + columns.length });
  }
  sheet.end();
};
