import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/authoring/trace/sentences.ts';
import { htmlText } from '../../src/read/document/html.ts';
import { formatNumber } from '../../src/read/document/number-formats.ts';
import { loadTexts } from '../../src/read/document/open.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { paragraph, run, wordFile as writtenWord } from '../support/word.ts';

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});

const NUMBERING = {
  config: [
    {
      reference: 'han',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
        level(2, LevelFormat.DECIMAL, '%3.'),
        level(3, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'),
      ],
    },
    {
      reference: 'decimal',
      levels: [
        level(0, LevelFormat.DECIMAL, '%1'),
        level(1, LevelFormat.DECIMAL, '%1.%2'),
        level(2, LevelFormat.LOWER_LETTER, '%3)'),
      ],
    },
    { reference: 'articles', levels: [level(0, LevelFormat.CHINESE_COUNTING, '第%1条')] },
  ],
};

const item = (reference: string, at: number, text: string): Paragraph =>
  new Paragraph({ text, numbering: { reference, level: at } });

const cell = (...texts: readonly string[]): TableCell =>
  new TableCell({ children: texts.map(text => new Paragraph({ text })) });

const row = (...texts: readonly string[]): TableRow => new TableRow({ children: texts.map(text => cell(text)) });

const wordFile = async (children: readonly (Paragraph | Table)[]): Promise<string> => {
  const file = join(newFolder(), '某县办法.docx');
  writeFileSync(
    file,
    await Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ children: [...children] }] })),
  );
  return file;
};

const textOf = async (file: string): Promise<string> => succeed(await loadTexts(file))[0]?.text ?? '';

const clausesOf = (text: string): readonly string[] =>
  splitSentences(text).map(({ clause, text: words }) => `${clause} ${words.trim()}`);

test('numbers that Word counts by itself are read as they are shown', async () => {
  const text = await textOf(
    await wordFile([
      new Paragraph({ text: '某县办法' }),
      item('han', 0, '场所'),
      item('han', 1, '大厅应整洁。'),
      item('han', 1, '大厅应明亮：'),
      item('han', 2, '灯具完好；'),
      item('han', 2, '开关完好：'),
      item('han', 3, '有标识。'),
      item('han', 0, '人员'),
      item('han', 1, '不少于3人。'),
      item('articles', 0, '本办法由县政府解释。'),
    ]),
  );
  expect(clausesOf(text)).toEqual([
    '前言 某县办法',
    '一 一、 场所',
    '一(一) （一） 大厅应整洁。',
    '一(二) （二） 大厅应明亮：',
    '一(二)1 1. 灯具完好；',
    '一(二)2 2. 开关完好：',
    '一(二)2① ① 有标识。',
    '二 二、 人员',
    '二(一) （一） 不少于3人。',
    '第一条 第一条 本办法由县政府解释。',
  ]);
});

test('a table of contents says nothing of its own, and what follows it is read', async () => {
  const listing = (gallery: string): string =>
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="${gallery}"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run('一、场所 1'))}</w:sdtContent></w:sdt>`;
  const file = join(newFolder(), '某县办法.docx');
  const said: string[] = [];
  for (const gallery of ['Table of Contents', '目录', 'Cover Pages']) {
    writeFileSync(file, writtenWord(listing(gallery) + paragraph(run('一、场所'))));
    said.push(await textOf(file));
  }
  expect(said).toEqual(['一、场所\n', '一、场所\n', '一、场所 1\n一、场所\n']);
});

test('decimals, letters and tables keep their order', async () => {
  const text = await textOf(
    await wordFile([
      item('decimal', 0, '要求'),
      item('decimal', 1, '大厅要求：'),
      item('decimal', 2, '整洁；'),
      item('decimal', 2, '明亮。'),
      new Table({ rows: [row('序号', '内容', '分值'), row('1.2', '面积不低于100平方米。', '10')] }),
      new Table({ rows: [new TableRow({ children: [cell('1.3'), cell('应有牌子。', '应有标识。')] })] }),
      item('decimal', 0, '附则'),
    ]),
  );
  expect(clausesOf(text)).toEqual([
    '1 1 要求',
    '1.1 1.1 大厅要求：',
    '1.1a) a) 整洁；',
    '1.1b) b) 明亮。',
    '1.1b) 序号\t内容\t分值',
    '1.2 1.2\t面积不低于100平方米。\t10',
    '1.3 1.3\t应有牌子。',
    '1.3 应有标识。',
    '2 2 附则',
  ]);
});

test('what is hidden or deleted is not read, runs are put together', async () => {
  const text = await textOf(
    await wordFile([
      new Paragraph({
        children: [new TextRun('大厅'), new TextRun({ text: '不', vanish: true }), new TextRun('应整洁。')],
      }),
    ]),
  );
  expect(text.trim()).toBe('大厅应整洁。');
});

test.each([
  ['utf-8', Buffer.from('一、场所\n大厅应整洁。\n')],
  ['utf-8 with a mark', Buffer.from('\ufeff一、场所\n大厅应整洁。\n')],
  [
    'gb18030',
    Buffer.from([
      0xd2, 0xbb, 0xa1, 0xa2, 0xb3, 0xa1, 0xcb, 0xf9, 0x0a, 0xb4, 0xf3, 0xcc, 0xfc, 0xd3, 0xa6, 0xd5, 0xfb, 0xbd, 0xe0,
      0xa1, 0xa3,
    ]),
  ],
  ['utf-16', Buffer.from('\ufeff一、场所\r\n大厅应整洁。\r\n', 'utf16le')],
  ['utf-16 without a mark', Buffer.from('一、场所 1\r\n大厅应整洁。\r\n', 'utf16le')],
])('a text in %s', async (_, bytes) => {
  const file = join(newFolder(), 'a.txt');
  writeFileSync(file, bytes);
  expect(clausesOf(await textOf(file)).at(-1)).toBe('一 大厅应整洁。');
});

const PAGE = `<!DOCTYPE html><html><head><title>网页</title><style>p{}</style></head><body>
<script>var a = "<p>不是</p>";</script><!-- 不是 -->
<h1>某县办法</h1><p>一、场所</p><p>　　（一）面积不低于<b>100</b>&nbsp;平方米，台面宽&le;80cm。<br/>（二）应整洁。</p>
<ol><li>有牌子；</li><li>有标识。</li></ol>
<table><tr><th>序号</th><th>内容</th></tr><tr><td>二、</td><td>灯光&#x660E;亮。</td></tr></table></body></html>`;

test('a web page gives its text, lists and tables, and nothing of its machinery', async () => {
  expect(htmlText(PAGE).split('\n').filter(Boolean)).toEqual([
    '某县办法',
    '一、场所',
    '　　（一）面积不低于100\u00a0平方米，台面宽≤80cm。',
    '（二）应整洁。',
    '1. 有牌子；',
    '2. 有标识。',
    '序号\t内容',
    '二、\t灯光明亮。',
  ]);
  const file = join(newFolder(), 'a.doc');
  writeFileSync(file, PAGE);
  expect(clausesOf(await textOf(file)).at(-1)).toBe('二 二、\t灯光明亮。');
});

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test.each<readonly [string, Uint8Array | string, string]>([
  ['a.doc', Buffer.from(OLE), '另存为 .docx'],
  ['a.pdf', '%PDF-1.7 /Font', '全选复制到记事本'],
  ['b.pdf', '%PDF-1.4', '文字识别（OCR）'],
  ['a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), '文字识别（OCR）'],
  ['a.rtf', '{\\rtf1 ', 'RTF'],
  ['a.docx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]), '压缩包'],
])('%s is told what to do', async (name, bytes, words) => {
  const file = join(newFolder(), name);
  writeFileSync(file, bytes);
  const read = await loadTexts(file);
  expect(read.ok ? [] : read.problems.map(problem => problemText(problem, 'zh'))).toEqual([
    expect.stringContaining(words),
  ]);
});

test.each([
  [21, 'chineseCounting', '二十一'],
  [110, 'chineseCountingThousand', '一百一十'],
  [10, 'japaneseCounting', '十'],
  [28, 'lowerLetter', 'bb'],
  [14, 'lowerRoman', 'xiv'],
  [3, 'decimalEnclosedParen', '⑶'],
  [3, 'decimalZero', '03'],
  [25, 'decimalEnclosedCircle', '25'],
])('%d as %s is %s', (number, format, shown) => {
  expect(formatNumber(number, format)).toBe(shown);
});
