import type { ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { join, type Sentences } from './phrases.ts';

const REFUSALS: Readonly<Record<ProblemOf<'workbook-refused'>['reason'], Bilingual>> = {
  encrypted: both(
    '工作簿加了密码，打不开；请取消密码后另存再提交',
    'the workbook is protected by a password: remove it, save and submit again',
  ),
  'old-format': both(
    '这是旧版 .xls 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再提交',
    'an old .xls workbook: save it as .xlsx and submit again',
  ),
  'web-page': both(
    '这是网页或文本，只是名字像工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx',
    'a web page or text under the name of a workbook: open it and save it as .xlsx',
  ),
  'not-workbook': both(
    '这不是 Excel 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再提交',
    'not an Excel workbook: save it as .xlsx and submit again',
  ),
  damaged: both(
    '工作簿已损坏或写法不合规范，读不下去；请用 Excel 或 WPS 打开、另存后再提交',
    'the workbook is damaged: open it in a spreadsheet program, save it under a new name and submit again',
  ),
  'too-large': both(
    '工作簿展开后过大，不予读取；请删去无用的空行、图片和工作表后再提交',
    'the workbook is too large when unpacked, not read: remove empty rows, pictures and sheets that are not needed',
  ),
  'too-many-cells': both(
    '工作簿内容过多，不能一次读入；汇总表请用 duibiao batch',
    'too much in one workbook to be read at once; for a large table use duibiao batch',
  ),
  'too-wide': both(
    '一行有 16384 栏以上，不像一张表；请核对分隔各栏的符号，删去无用的空栏后再提交',
    'a row has more than 16,384 columns, as no table has: check what parts the columns, remove those that are empty and submit again',
  ),
  'no-sheets': both(
    '工作簿里没有可读的工作表；请取消隐藏或重新填写',
    'the workbook has no sheet that can be read: unhide it or fill in the form again',
  ),
};

const INSPECTED = both('检查的结果请用 --inspection 给出', 'give what was found on site with --inspection');

/** What a workbook of the tool's own is, and what to do where it was handed in. */
const OWN_BOOKS: Readonly<Record<ProblemOf<'own-book'>['kind'], readonly [what: Bilingual, todo: Bilingual]>> = {
  report: [
    both('审核报告', 'a report'),
    both(
      '请报送申报表本身；补报的内容填在报告的“待补报”一页，填了才会读',
      'hand in the form itself; what was still to be declared is read once it is filled in on the sheet "To ask"',
    ),
  ],
  summary: [
    both('批量审核的汇总', 'the summary of a batch'),
    both('请报送各中心的申报表', 'hand in the forms of the centres'),
  ],
  changes: [both('工具写出的对照表', 'a comparison'), both('请报送申报表', 'hand in the forms themselves')],
  result: [
    both('存下的审核结果', 'a kept result'),
    both(
      '请用 duibiao render 查看，或用 duibiao verify 核对',
      'show it with duibiao render, or check it with duibiao verify',
    ),
  ],
  document: [
    both('工具写出的 Word 文件', "a Word file of the tool's own"),
    both('请报送申报表本身', 'hand in the form itself'),
  ],
  site: [both('现场核查清单', 'a list for the visit on site'), INSPECTED],
  record: [both('检查人的记录', 'a record for inspectors'), INSPECTED],
  pack: [
    both('写标准用的工作簿', 'a pack as a workbook'),
    both('请用 duibiao packs from-sheet 读入', 'read it with duibiao packs from-sheet'),
  ],
  scorecard: [
    both('评分表', 'a scorecard'),
    both(
      '请用 duibiao scorecards new 读入，再用 --scheme 指定',
      'read it with duibiao scorecards new and name it with --scheme',
    ),
  ],
};

const EXTRAS: Readonly<Record<ProblemOf<'workbook-extras'>['extras'], Bilingual>> = {
  macros: both(
    '工作簿含有宏；宏没有运行，只读取了单元格',
    'the workbook has macros; they were not run, only cells were read',
  ),
  'external-links': both(
    '工作簿引用了其他文件；没有打开那些文件，用的是保存时的值',
    'the workbook refers to other files; they were not opened, values are those saved in it',
  ),
};

type Rivals = NonNullable<ProblemOf<'two-answers'>['of']> | 'columns';

const RIVALS: Record<Rivals, (one: string, other: string) => Bilingual> = {
  columns: (one, other) => ({
    zh: `“${one}”和“${other}”两栏都像是答案，内容又不相同，分不清以哪一栏为准；请只保留一栏`,
    en: `columns "${one}" and "${other}" could both hold the answers and differ: keep one`,
  }),
  forms: (one, other) => ({
    zh: `“${one}”和“${other}”填在同一张工作表里，分不清哪些内容是谁的；请一个中心一张工作表`,
    en: `"${one}" and "${other}" are on one sheet, and nobody knows whose the answers are: give each a sheet of its own`,
  }),
  heads: (one, other) => ({
    zh: `从这一行起像是另一张表：上面的“${one || '空白'}”一栏在这里是“${other}”；请把两张表分在两张工作表里`,
    en: `another table seems to begin at this row: "${other}" stands where "${one || 'nothing'}" does above; give each table a sheet of its own`,
  }),
  periods: (one, other) => ({
    zh: `同一个中心“${one}”和“${other}”各有一行，分不清以哪一行为准；请一个中心只留一行`,
    en: `one centre has a row for "${one}" and one for "${other}", and nobody knows which holds: keep one row for each centre`,
  }),
  years: (one, other) => ({
    zh: `“${one}”和“${other}”两张表从名称看是两个年份的，分不清以哪一张为准；请只保留一张`,
    en: `tables "${one}" and "${other}" are of two years by their names: keep one`,
  }),
  places: (one, other) => ({
    zh: `工作表“${one}”和“${other}”从名称看是两个地方的，却没有都写明中心名称，分不清是几个中心；请在每张表里补填“名称”`,
    en: `sheets "${one}" and "${other}" are of two places by their names and do not both name their centre: add "名称" to each`,
  }),
};

/** What is wrong with a workbook, or was left unread in it. */
export const WORKBOOK_SENTENCES = {
  'workbook-refused': p => REFUSALS[p.reason],
  'own-book': ({ kind, center }) => {
    const [what, todo] = OWN_BOOKS[kind];
    const of = center === '' ? both('', '') : both(`“${center}”的`, ` on "${center}"`);
    return both(
      `这是${of.zh}${what.zh}，不是申报表，没有读取；${todo.zh}`,
      `${what.en}${of.en}, not a form; it was not read: ${todo.en}`,
    );
  },
  'workbook-extras': p => EXTRAS[p.extras],
  'cell-error': p => ({
    zh: `这一格是公式错误“${p.found}”，没有可用的值；请改正公式或直接填值`,
    en: `the cell holds the error ${p.found}, not a value: mend the formula or type the value`,
  }),
  'formula-uncached': () => ({
    zh: '这一格的公式没有保存计算结果；请用 Excel 或 WPS 打开后保存再提交，或直接填值',
    en: 'the formula has no saved result: open and save the file in a spreadsheet program, or type the value',
  }),
  'hidden-sheet': p => ({
    zh: `工作表“${p.sheet}”是隐藏的，没有读取；其中如有申报内容，请取消隐藏`,
    en: `sheet "${p.sheet}" is hidden and was not read: unhide it if it declares anything`,
  }),
  'hidden-rows': p => ({
    zh: `第 ${p.rows} 行是隐藏的，仍已读取；不应计入的请删除`,
    en: `rows ${p.rows} are hidden, and were read all the same`,
  }),
  'hidden-columns': p => ({
    zh: `第 ${p.columns} 列是隐藏的，照样读取了；请取消隐藏后核对`,
    en: `columns ${p.columns} are hidden, and were read all the same: unhide and check them`,
  }),
  'unread-sheet': p =>
    p.planned !== undefined
      ? both(
          `从“${p.planned}”看，${p.sheet === '' ? '这张表' : `工作表“${p.sheet}”`}写的是计划，不是现状，没有读取；如是现状，请改这个标题`,
          `by "${p.planned}" ${p.sheet === '' ? 'this table' : `sheet "${p.sheet}"`} tells what is planned and not what there is; it was not read: reword that title if it does`,
        )
      : p.explains
        ? both(
            `工作表“${p.sheet}”从名称看只是说明、示例或作废的，没有读取；其中如有申报内容，请改它的名称`,
            `sheet "${p.sheet}" only explains, shows an example or is void by its name; it was not read: rename it if it has answers`,
          )
        : both(
            `${p.sheet === '' ? '表' : `工作表“${p.sheet}”`}里没有认得的表头，没有读取`,
            `${p.sheet === '' ? 'the table' : `sheet "${p.sheet}"`} has no heading that is known; it was not read`,
          ),
  'unread-cell': p =>
    join(
      both(`这一格的“${p.found}”不对应任何填报项，没有读取`, `"${p.found}" belongs to no known heading; not read`),
      p.more === 0
        ? both('', '')
        : both(`（本表另有 ${p.more} 格）`, ` (and ${p.more} more ${p.more === 1 ? 'cell' : 'cells'} of the sheet)`),
    ),
  'unread-label': p => ({
    zh: `不认识“${p.label}”这一项，没有读取它的内容“${p.found}”；标准不问这一项的可以不管`,
    en: `"${p.label}" is no known fact; its answer "${p.found}" was not read`,
  }),
  'unread-columns': ({ columns, of }) =>
    of === 'pack'
      ? both(
          `有几栏规则包里没有，不会写进去：${columns.join('、')}`,
          `columns that a pack does not have are not kept: ${columns.join(', ')}`,
        )
      : both(
          `有几栏不是填报项，没有读取：${columns.join('、')}`,
          `columns that are no known facts were not read: ${columns.join(', ')}`,
        ),
  'no-answer-column': p => ({
    zh: `工作表“${p.sheet}”里有填报项，但没有填写答案的一栏，没有读取；请加一栏“自评情况”或“填写内容”`,
    en: `sheet "${p.sheet}" names facts but has no column of answers; it was not read: add a column 自评情况 or 填写内容`,
  }),
  'two-answers': p => RIVALS[p.of ?? 'columns'](p.one, p.other),
  'cell-comment': p => ({
    zh: `这一格的批注里写着“${p.found}”，批注不算填报内容；请把内容填进单元格`,
    en: `a comment on this cell says "${p.found}"; comments declare nothing: write it into the cell`,
  }),
  'cell-struck': p => ({
    zh: `这一格里有划掉的字（全文是“${p.found}”），分不清哪些算数；请删去划掉的字，或去掉删除线`,
    en: `the cell holds text that is struck through ("${p.found}" in whole): delete it, or take the line away`,
  }),
  'cell-split': p => ({
    zh: `这一行比别的行多一格，分不清“${p.found}”旁边的逗号是数里的还是分栏的；请去掉数里的逗号，或给这个数加上引号`,
    en: `the row is wider than the others, and the comma beside "${p.found}" may part a number or two columns: take commas out of numbers, or put the number in quotation marks`,
  }),
  'cell-picture': () =>
    both('这一格是一张图片，没有可读的内容；请填写文字', 'the cell holds a picture, which says nothing: write text'),
  'floating-text': p => ({
    zh: `表上浮着一个文本框，写着“${p.found}”，没有读取；请把内容填进单元格`,
    en: `a text box on the sheet says "${p.found}"; it was not read: write it into a cell`,
  }),
  'floating-boxes': p => ({
    zh: `表上浮着 ${p.count} 个复选框或选项按钮，勾没勾读不出来；请在单元格里打“√”`,
    en: `check boxes float on the sheet (${p.count}); whether they are ticked was not read: write √ into the cells`,
  }),
  'same-sheet-name': p => ({
    zh: `有两张工作表都叫“${p.sheet}”，都已读取；请改名或删去多余的一张`,
    en: `two sheets are named "${p.sheet}"; both were read: rename or remove one`,
  }),
  'place-blank': p => ({
    zh: `从这一格起有 ${p.count} 个中心的“${p.label}”空着，没有照上面写的（如“${p.above}”）算；与上面相同的请填上，或把单元格合并`,
    en: `"${p.label}" is blank of ${p.count} centre${p.count === 1 ? '' : 's'} from here on and was not taken from what stands above (such as "${p.above}"): fill it in, or merge the cells`,
  }),
  'day-from-number': p => ({
    zh: `这一格是数字 ${p.found}，按日期序号读成 ${p.day}；请核对，并把单元格格式改成日期`,
    en: `the cell holds the number ${p.found}, read as the day ${p.day}: check it and format the cell as a date`,
  }),
} satisfies Sentences;
