import type { Worksheet } from 'exceljs';
import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import { FORM_WORDS } from '../words/forms.ts';
import { addChecklistSheets } from './checklist-sheet.ts';
import type { Form } from './form.ts';
import { addOptions, type InputContext } from './input.ts';
import { addListSheet, linesFor } from './list-sheet.ts';
import { addMainSheet } from './main-sheet.ts';
import { fitRow, LOOKS, newWorkbook, packed, protect, put, putAcross, setPage, setWidths } from './style.ts';
import { addTableSheets } from './table-sheet.ts';
import { basisText, titleText } from './titles.ts';

const WIDTHS = [6, 34, 60];

const LINES: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '只填写浅黄色格，其他格已锁定；可以调整行高列宽，不要改动表头和工作表结构。',
    '标“★”的为必报项。其余各项条文为“宜”或“可”（原则上、鼓励一类），有的也请填报。',
    '留空、写“不详”表示没有填报；写“0”“否”“无”表示确实没有。两者结果不同，请不要用“0”或“无”代替不清楚。',
    '本地不存在这种情况的，写“不适用：理由”；事情没有发生过的，写“未发生”。',
    '数字直接填，单位见“单位/格式”一栏；用别的单位时连单位一起写，如 0.8m。百分数写 98.5%。日期写 2021-11-15。',
    '勾选清单在右侧空格打“√”；清单以外的写在“其他”一格，用“、”隔开。',
    '窗口、人员等清单一行一条；行数不够时可插入行，或接着往下填。',
    '选中单元格，旁边会显示填法、依据条款和核验方法。',
    '填好后存为 .xlsx（用 WPS 或 Excel 均可）上报。不要加密码，不要另存为旧版 .xls。',
  ],
  en: [
    'Fill in the yellow cells; the others are locked. Do not change headings or sheets.',
    '★ marks what must be declared. The rest comes from softer clauses; declare it too where you can.',
    'Blank or 不详 means not declared; 0, 否 or 无 means that there is none. They are not the same.',
    'Where something does not exist here write 不适用：reason; where it did not happen write 未发生.',
    'Numbers go in without their unit, which stands beside; with another unit write it too (0.8m). Percent 98.5%, dates 2021-11-15.',
    'On checklists put √ beside what there is; name others in the cell for others, separated by "、".',
    'Lists have one line each; insert rows or go on below when there are too few.',
    'Choose a cell to see how to fill it in, the clause and how it is checked.',
    'Save as .xlsx without a password.',
  ],
};

/** What is said otherwise where a scorecard alone asks, and no clause is of one kind or another. */
const OF_CARD: Readonly<Record<Lang, ReadonlyMap<string, string>>> = {
  zh: new Map([
    [LINES.zh[1] ?? '', '标“★”的为必报项。其余各项评分表都要用，请照实填报。'],
    [LINES.zh[7] ?? '', '选中单元格，旁边会显示填法。'],
  ]),
  en: new Map([
    [LINES.en[1] ?? '', '★ marks what must be declared. The scorecard reads the rest too: declare it as it is.'],
    [LINES.en[7] ?? '', 'Choose a cell to see how to fill it in.'],
  ]),
};

const linesOf = ({ packs }: Form, lang: Lang): readonly string[] =>
  packs.some(({ pack }) => pack.rules.length > 0)
    ? LINES[lang]
    : LINES[lang].map(line => OF_CARD[lang].get(line) ?? line);

const CONTENTS = { zh: '本表包括', en: 'Sheets' } as const;

const putContents = (sheet: Worksheet, first: number, names: readonly string[], lang: Lang): void => {
  putAcross(sheet, first, WIDTHS.length, CONTENTS[lang], 'heading');
  sheet.getRow(first).height = 24;
  names.forEach((name, index) => {
    const row = first + 1 + index;
    put(sheet.getCell(row, 1), index + 1, 'number', { border: {} });
    const font = { ...LOOKS.body.font, color: { argb: 'FF1F4E79' }, underline: true };
    put(sheet.getCell(row, 2), undefined, 'body', { font }).value = { text: name, hyperlink: `#'${name}'!A1` };
    sheet.getRow(row).height = 20;
  });
};

/** The first sheet: how to fill in the others. */
const fillGuideSheet = async (sheet: Worksheet, form: Form, names: readonly string[], lang: Lang): Promise<void> => {
  setWidths(sheet, WIDTHS);
  const total = WIDTHS.reduce((sum, width) => sum + width, 0);
  putAcross(sheet, 1, WIDTHS.length, titleText(form, lang), 'title');
  sheet.getRow(1).height = 44;
  putAcross(sheet, 2, WIDTHS.length, basisText(form, lang), 'basis');
  fitRow(sheet, 2, [[basisText(form, lang), total]], 20);
  putAcross(sheet, 4, WIDTHS.length, FORM_WORDS.guide[lang], 'heading');
  sheet.getRow(4).height = 24;
  linesOf(form, lang).forEach((line, index) => {
    const row = 5 + index;
    put(sheet.getCell(row, 1), index + 1, 'body', { alignment: { ...LOOKS.body.alignment, horizontal: 'center' } });
    put(sheet.getCell(row, 2), line, 'body');
    sheet.mergeCells(row, 2, row, WIDTHS.length);
    fitRow(sheet, row, [[line, total - 10]], 22, 18);
  });
  putContents(sheet, 6 + LINES[lang].length, names, lang);
  setPage(sheet, 1, 'portrait');
  await protect(sheet);
};

export interface WorkbookOptions {
  readonly lang: Lang;
  /** A row for each centre instead of a form for one. */
  readonly table: boolean;
  /** Earlier profiles, to fill in what they declare. */
  readonly profiles: readonly Profile[];
}

/** Sheets of a form: the guide, single facts, checklists, and a sheet for each list of records. */
export const formWorkbook = async (form: Form, { lang, table, profiles }: WorkbookOptions): Promise<Uint8Array> => {
  const workbook = await newWorkbook();
  const guide = workbook.addWorksheet(FORM_WORDS.guide[lang]);
  const used = new Set(
    [...form.sections, ...form.checklists, ...form.lists].flatMap(part =>
      part.fields.flatMap(({ definition }) => ('list' in definition ? [definition.list] : [])),
    ),
  );
  const lists = form.vocabulary.lists.filter(({ id }) => used.has(id));
  const options = addOptions(workbook, lists);
  const context: InputContext = { packs: form.packs, vocabulary: form.vocabulary, options, lang };
  if (table) await addTableSheets(workbook, form, profiles, context);
  else {
    const [profile] = profiles;
    await addMainSheet(workbook, form, profile, context);
    await addChecklistSheets(workbook, form, profile, context);
    for (const list of form.lists)
      await addListSheet(workbook, form, list, linesFor(list, profile), undefined, context);
  }
  const others = workbook.worksheets.filter(sheet => sheet.state === 'visible' && sheet !== guide);
  await fillGuideSheet(
    guide,
    form,
    others.map(({ name }) => name),
    lang,
  );
  return packed(workbook);
};
