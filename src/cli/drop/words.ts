import type { Lang } from '../../model/base/text.ts';

export const quoted = (text: string, lang: Lang): string => (lang === 'zh' ? `“${text}”` : `"${text}"`);

/** What is said to someone who dropped files, or is asked. */
export const DROP_WORDS = {
  written: { zh: '已生成：', en: 'written: ' },
  missing: { zh: '找不到：', en: 'not found: ' },
  nowhere: {
    zh: '这里和您自己的文件夹都写不进，没有结果：',
    en: 'neither here nor in a folder of your own can anything be written: ',
  },
  elsewhere: {
    zh: (beside: string, folder: string): string => `${beside}不能写入（只读或没有权限），结果放到${folder}`,
    en: (beside: string, folder: string): string => `${beside} cannot be written into; the results go to ${folder}`,
  },
  filled: {
    zh: (file: string): string => `${file}有人改过，没有动它；请先把它改名或移走，再拖一次`,
    en: (file: string): string =>
      `${file} was changed by somebody and is left as it is; rename it or move it away, and drop the form again`,
  },
  held: {
    zh: (file: string): string => `${file}写不进：可能正在 WPS 或 Excel 里打开，或标为只读。请关闭它，再拖一次`,
    en: (file: string): string =>
      `${file} cannot be written: another program (WPS, Excel) may hold it, or it is marked read-only. Close it and drop the form again`,
  },
  what: { zh: '要做什么？', en: 'What is it to be?' },
  kinds: {
    audit: { zh: '审核申报表', en: 'audit forms' },
    xlsx: { zh: '空白申报表', en: 'a blank form' },
    html: { zh: '现场核查页', en: 'a page for the site' },
  },
  which: {
    zh: '申报表、文件夹或汇总表在哪里？把它拖进这个窗口，再按回车',
    en: 'Where is the form, folder or table? Drag it into this window and press Enter',
  },
  pack: { zh: '按哪个标准？', en: 'Which standard?' },
  auto: { zh: '按县区、级别和日期自动选用', en: 'chosen by county, level and date' },
  level: { zh: '什么级别？', en: 'What kind of place?' },
  again: { zh: '没有这一项，请再输入序号', en: 'there is no such choice; its number, please' },
} as const;
