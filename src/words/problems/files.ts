import { placeInFile } from '../../model/base/location.ts';
import type { DocumentKind, ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { syntaxText } from '../syntax.ts';
import type { Sentences } from './phrases.ts';

const FEATURES: Readonly<Record<ProblemOf<'yaml-feature'>['feature'], Bilingual>> = {
  alias: both(
    '不支持 YAML 别名（*名称），请把内容写全',
    'YAML aliases (*name) are not accepted: write the content out',
  ),
  merge: both('不支持 YAML 合并键（<<），请把内容写全', 'YAML merge keys (<<) are not accepted: write the content out'),
  tag: both('不支持 YAML 标签（!…），请删去', 'YAML tags (!…) are not accepted: remove it'),
  directive: both('不支持 %YAML 指令，请删去这一行', '%YAML directives are not accepted: remove the line'),
  documents: both(
    '一个文件只能有一份内容，请删去“---”之后的部分或另存为文件',
    'one file holds one document: remove what follows "---" or save it as a file of its own',
  ),
  depth: both('嵌套层次太深，请检查缩进', 'nested too deeply: check the indentation'),
};

const SIGNS: Readonly<Record<ProblemOf<'yaml-sign'>['slip'], (sign: string) => Bilingual>> = {
  colon: () => ({
    zh: '名称后面用了全角冒号“：”；请改成半角冒号加一个空格“: ”',
    en: 'a full-width colon "：": write ": ", a colon and a space',
  }),
  'colon-space': () => both('冒号后面少了一个空格；请写成“名称: 值”', 'no space after the colon: write "name: value"'),
  comma: () =>
    both('花括号或方括号里用了全角逗号“，”；请改成半角逗号“,”', 'a full-width comma "，" in brackets: write ","'),
  brackets: sign =>
    both(`用了全角括号“${sign}”；请改成半角的 { } 或 [ ]`, `a full-width bracket "${sign}": write { } or [ ]`),
  quotes: sign =>
    both(`用了中文引号“${sign}”；不用引号，或用半角的 "`, `a curly quotation mark "${sign}": leave it out, or write "`),
  dash: sign =>
    both(`清单每行应以半角“- ”开头，这里是“${sign}”`, `entries of a list begin with "- ", here stands "${sign}"`),
  'dash-space': () =>
    both('“-”后面少了一个空格；清单每行以“- ”开头', 'no space after "-": entries of a list begin with "- "'),
};

const saved = (zh: string, en: string): Bilingual => ({
  zh: `${zh}；请用 Word 或 WPS 打开，另存为 .docx（也可存为 .txt）再读`,
  en: `${en}: open it with Word or WPS and save it as .docx (or .txt)`,
});

const DOCUMENTS: Readonly<Record<DocumentKind, Bilingual>> = {
  doc: saved('这是旧版 Word 或 WPS 文件（.doc、.wps）', 'an old Word or WPS file (.doc, .wps)'),
  rtf: saved('这是 RTF 文件', 'an RTF file'),
  odt: saved('这是 OpenDocument 文件', 'an OpenDocument file'),
  ofd: saved('这是 OFD 版式文件', 'an OFD file'),
  encrypted: saved('文件设有密码，请先去掉密码', 'protected by a password: take it off first'),
  'too-large': both(
    '这个 Word 文件展开后太大，不能读；请只留正文另存为 .docx 或 .txt',
    'a Word file that is too large once unpacked: save its text alone as .docx or .txt',
  ),
  damaged: saved('这个 Word 文件已损坏', 'a damaged Word file'),
  pdf: both(
    '这是 PDF，不能直接读；请用 Word 或 WPS 打开并另存为 .docx，或全选复制到记事本存为 .txt',
    'a PDF, which is not read as it is: open it with Word or WPS and save it as .docx, or copy all of it into a .txt',
  ),
  scan: both(
    '这是扫描件或图片，里面没有文字；请先用 WPS、扫描软件做文字识别（OCR），校对后存为 .docx 或 .txt',
    'a scan or a picture without text: have its text recognised (OCR), read it over, and save it as .docx or .txt',
  ),
  workbook: both(
    '这是 Excel 文件，不是文件原文；请给 .docx 或 .txt',
    'a workbook, not a document: give a .docx or .txt',
  ),
  packed: both(
    '这是压缩包，不是文件原文；请先解压，再给 .docx 或 .txt',
    'an archive: unpack it and give the .docx or .txt',
  ),
};

const handedIn = (zh: string, en: string): Bilingual =>
  both(`${zh}；请用 Word 或 WPS 另存为 .docx 再提交`, `${en}: save it as .docx with Word or WPS, and submit again`);

/** What is handed in as a form in Word, and is none that can be read. */
const FORMS: Readonly<Record<DocumentKind, Bilingual>> = {
  doc: handedIn('这是旧版 Word 或 WPS 文件（.doc、.wps）', 'an old Word or WPS file (.doc, .wps)'),
  rtf: handedIn('这是 RTF 文件', 'an RTF file'),
  odt: handedIn('这是 OpenDocument 文件', 'an OpenDocument file'),
  ofd: handedIn('这是 OFD 版式文件', 'an OFD file'),
  encrypted: handedIn('文件设有密码，请先去掉密码', 'protected by a password: take it off first'),
  'too-large': both(
    '这个 Word 文件展开后太大，不能读；请删去图片和空行，或改用 Excel 表报送',
    'a Word file that is too large once unpacked: leave out pictures and empty rows, or hand in a workbook',
  ),
  damaged: handedIn('这个 Word 文件已损坏，或者并不是 Word 文件', 'a damaged Word file, or none at all'),
  pdf: both(
    '这是 PDF，里面的表读不出；请报送原来的 Excel 或 Word 表',
    'a PDF, whose tables are not read: hand in the workbook or Word file that it was made from',
  ),
  scan: both(
    '这是扫描件或图片，里面没有文字；请报送原来的 Excel 或 Word 表',
    'a scan or a picture without text: hand in the workbook or Word file that it was made from',
  ),
  workbook: both(
    '这是 Excel 工作簿，只是名字像 Word 文件；请把扩展名改回 .xlsx',
    'a workbook under the name of a Word file: name it .xlsx',
  ),
  packed: both('这是压缩包；请先解压，再报送里面的表', 'an archive: unpack it and hand in the forms in it'),
};

const FORBIDDEN = both(
  '没有读取这个文件的权限；请改权限，或请管理员代为复制',
  'there is no permission to read it: change that, or have it copied',
);

/** Why a file cannot be read, where the system's word for it says more than it shows. */
const FAULTS: Readonly<Record<string, Bilingual>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ELOOP: both(
    '链接绕成了圈，后面没有文件；请换成文件本身',
    'links that lead in a circle, with no file behind them: put the file itself there',
  ),
  ENOTDIR: both(
    '路径中间有一段是文件，不是文件夹；请检查路径',
    'a part of the path is a file and no folder: check the path',
  ),
  ENAMETOOLONG: both('文件名太长；请改短', 'the name is too long: make it shorter'),
  EIO: both('磁盘读取出错；请把文件复制到别处再试', 'the disk reports an error: copy the file elsewhere and try again'),
  EBUSY: both('文件正被别的程序占用；请先关掉它', 'another program holds the file: close it first'),
};

/** Of a file that is none of ours, no more than it takes to know which. */
const beginningOf = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);

const KINDS: Readonly<Record<ProblemOf<'special-file'>['kind'], Bilingual>> = {
  pipe: both('管道', 'pipe'),
  socket: both('套接字', 'socket'),
  device: both('设备', 'device'),
};

const CONTENTS: Readonly<Record<ProblemOf<'wrong-content'>['found'], Bilingual>> = {
  package: both('工作簿（.xlsx）或压缩包', 'a workbook (.xlsx) or a zip file'),
  'old-office': both('旧版 Office 文件（.xls、.doc）', 'an old Office file (.xls, .doc)'),
  pdf: both(' PDF', 'a PDF'),
  binary: both('二进制文件', 'a binary file'),
};

/** What to do with files of other programs that answers stand in. */
const INSTEAD: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^\.(?:jpe?g|png|bmp|gif|tiff?|heic|webp)$/u,
    both('；图片不能读取，请填在申报表里提交', '; a picture is not read: fill in the form'),
  ],
  [/^\.(?:zip|rar|7z|tar|gz)$/u, both('；请解压后提交', '; unpack it first')],
  [/^\.(?:txt|html?|mht|numbers)$/u, both('；请用 Excel 或 WPS 打开后另存为 .xlsx', '; open it and save it as .xlsx')],
];

const insteadOf = (extension: string): Bilingual =>
  INSTEAD.find(([endings]) => endings.test(extension))?.[1] ?? both('', '');

export const FILE_SENTENCES = {
  'file-missing': p =>
    p.location.file.includes('\ufffd')
      ? both(
          '文件名里有读不出的字，打不开；多半是在别的系统上压缩的，请改名，或换一种编码重新解压',
          'the name has characters that cannot be read, so that it cannot be opened: rename it, or unpack it anew',
        )
      : both('找不到这个文件，请检查路径和文件名', 'no such file: check the path and the name'),
  'file-unreadable': p =>
    FAULTS[p.detail] ??
    both(
      `打不开这个文件（${p.detail}），请检查权限或关闭占用它的程序`,
      `cannot be opened (${p.detail}): check permissions, or close the program that holds it`,
    ),
  'special-file': ({ kind }) => ({
    zh: `这是${KINDS[kind].zh}，不是文件，不予打开；请先存成文件，或用“-”从标准输入读`,
    en: `a ${KINDS[kind].en}, not a file, and not opened: save it as a file, or give it on standard input as "-"`,
  }),
  'link-outside': p => ({
    zh: `这是链接，指到申报文件夹以外的“${p.target}”，读的是那里的内容；请确认不是误放`,
    en: `a link that leads out of the folder of submissions, to "${p.target}", which is read: is it meant?`,
  }),
  'link-to-folder': p => ({
    zh: `这是指向文件夹“${p.target}”的链接，没有读里面的文件；要审请直接写那个文件夹`,
    en: `a link to the folder "${p.target}", whose files are not read: name that folder itself to have them audited`,
  }),
  'is-directory': () => ({
    zh: '这是文件夹，不是文件；成批审核请用 duibiao batch',
    en: 'a folder, not a file; for many centres use duibiao batch',
  }),
  'empty-file': () => both('文件是空的', 'the file is empty'),
  'too-large': p =>
    both(`文件超过 ${p.limit}，不予读取；请确认是不是申报表`, `larger than ${p.limit}, not read: is this a profile?`),
  'unknown-format': p => ({
    zh: `${p.extension === '' ? '文件名没有扩展名，看不出格式' : `不认识“${p.extension}”格式`}；可用的格式：${p.accepted.join(' ')}${insteadOf(p.extension).zh}`,
    en: `${p.extension === '' ? 'the name has no ending that tells its format' : `unknown format "${p.extension}"`}; accepted: ${p.accepted.join(' ')}${insteadOf(p.extension).en}`,
  }),
  'wrong-content': p => ({
    zh: `内容与扩展名不符：应为文本，实际像是${CONTENTS[p.found].zh}；请用原程序另存为正确格式`,
    en: `its content does not fit its name: expected text, looks like ${CONTENTS[p.found].en}; save it again in the right format`,
  }),
  'document-format': p => DOCUMENTS[p.found],
  'form-format': p => FORMS[p.found],
  'decoded-as': p => ({
    zh: `不是 UTF-8 编码，已按 ${p.encoding} 读取；建议另存为 UTF-8`,
    en: `not UTF-8, read as ${p.encoding}; better save it as UTF-8`,
  }),
  syntax: syntaxText,
  'yaml-feature': p => FEATURES[p.feature],
  'yaml-sign': p => SIGNS[p.slip](p.sign),
  'duplicate-key': p => ({
    zh: `“${p.key}”重复，前面已在 ${placeInFile(p.first)} 写过；请保留一处`,
    en: `"${p.key}" stands twice, first at ${placeInFile(p.first)}: keep one`,
  }),
  'not-a-mapping': p => ({
    zh: `这里应是“名称: 值”的申报内容，实际是“${beginningOf(p.found)}”`,
    en: `expected "name: value" entries, found "${beginningOf(p.found)}"`,
  }),
} satisfies Sentences;
