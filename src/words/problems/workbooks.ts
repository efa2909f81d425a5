import type { ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { join, type SentencesOf } from './phrases.ts';

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
  'no-sheets': both(
    '工作簿里没有可读的工作表；请取消隐藏或重新填写',
    'the workbook has no sheet that can be read: unhide it or fill in the form again',
  ),
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

/** What is wrong with a workbook, or was left unread in it. */
export const WORKBOOK_SENTENCES: SentencesOf<
  | 'workbook-refused'
  | 'workbook-extras'
  | 'cell-error'
  | 'formula-uncached'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'unread-sheet'
  | 'unread-cell'
  | 'unmatched-record'
> = {
  'workbook-refused': p => REFUSALS[p.reason],
  'workbook-extras': p => EXTRAS[p.extras],
  'cell-error': p =>
    both(
      `这一格是公式错误“${p.found}”，没有可用的值；请改正公式或直接填值`,
      `the cell holds the error ${p.found}, not a value: mend the formula or type the value`,
    ),
  'formula-uncached': () =>
    both(
      '这一格的公式没有保存计算结果；请用 Excel 或 WPS 打开后保存再提交，或直接填值',
      'the formula has no saved result: open and save the file in a spreadsheet program, or type the value',
    ),
  'hidden-sheet': p =>
    both(
      `工作表“${p.sheet}”是隐藏的，没有读取；其中如有申报内容，请取消隐藏`,
      `sheet "${p.sheet}" is hidden and was not read: unhide it if it declares anything`,
    ),
  'hidden-rows': p =>
    both(
      `第 ${p.rows} 行是隐藏的，仍已读取；不应计入的请删除`,
      `rows ${p.rows} are hidden, and were read all the same`,
    ),
  'unread-sheet': p =>
    both(
      `工作表“${p.sheet}”里没有认得的表头，没有读取`,
      `sheet "${p.sheet}" has no heading that is known; it was not read`,
    ),
  'unread-cell': p =>
    join(
      both(`这一格的“${p.found}”不对应任何填报项，没有读取`, `"${p.found}" belongs to no known heading; not read`),
      p.more === 0 ? both('', '') : both(`（本表另有 ${p.more} 格）`, ` (and ${p.more} more cells of the sheet)`),
    ),
  'unmatched-record': p =>
    p.center === ''
      ? both(
          `“${p.list}”没有写明属于哪个中心；请在“便民服务中心名称”一栏写明`,
          `"${p.list}" does not say to which centre it belongs: name it in the column 便民服务中心名称`,
        )
      : both(
          `“${p.list}”这一行写的中心“${p.center}”在汇总表里找不到；请核对名称`,
          `this row of "${p.list}" names the centre "${p.center}", which is not in the table: check the name`,
        ),
};
