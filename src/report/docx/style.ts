import type * as Docx from 'docx';

/** The library, which is loaded when the first report wants it. */
export type Kit = typeof Docx;

/** 宋体 for tables, 黑体 for headings, 仿宋 for the body: as offices have them. */
const FACES = { body: '仿宋', heading: '黑体', table: '宋体' } as const;

const LATIN = 'Times New Roman';

/** What lies between Chinese characters is set in their type too. */
const face = (name: keyof typeof FACES): Docx.IFontAttributesProperties => ({
  ascii: LATIN,
  hAnsi: LATIN,
  cs: LATIN,
  eastAsia: FACES[name],
  hint: 'eastAsia',
});

/** A digest is of letters of one width. */
export const DIGEST_FACE = 'Courier New';

/** A4 in twentieths of a point, with room on the left to bind it. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1701, bottom: 1417, left: 1588, right: 1361, header: 850, footer: 794 },
} as const;

/** What the margins leave. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

export const INK = { line: 'A6B4C2', label: 'EEF3F8', head: 'D9E5F0', soft: '5F6B76' } as const;

/** Names of the paragraph styles beside Word's own. */
export const STYLES = { cell: 'TableText', head: 'TableHead', soft: 'Remark', kind: 'Kind' } as const;

export const CHAPTERS = 'chapters';
export const POINTS = 'points';

const heading = (size: number, before: number): Docx.IBaseParagraphStyleOptions => ({
  run: { font: face('heading'), size, bold: false, color: '000000' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

/** Sizes are in half points. */
export const stylesOf = (): Docx.IStylesOptions => ({
  default: {
    document: {
      run: { font: face('body'), size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 360 } },
    },
    title: {
      run: { font: face('heading'), size: 40, color: '000000' },
      paragraph: { alignment: 'center', spacing: { before: 0, after: 280 }, keepNext: true },
    },
    heading1: heading(30, 360),
    heading2: heading(24, 240),
    heading3: heading(22, 160),
  },
  paragraphStyles: [
    {
      id: STYLES.cell,
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: face('table'), size: 18 },
      paragraph: { spacing: { line: 264 } },
    },
    {
      id: STYLES.head,
      name: 'Table Head',
      basedOn: STYLES.cell,
      run: { font: face('heading'), size: 18 },
      paragraph: { alignment: 'center' },
    },
    {
      id: STYLES.soft,
      name: 'Remark',
      basedOn: 'Normal',
      run: { size: 20, color: INK.soft },
      paragraph: { spacing: { line: 300, after: 80 } },
    },
    {
      id: STYLES.kind,
      name: 'Kind',
      basedOn: 'Normal',
      run: { font: face('heading'), size: 28 },
      paragraph: { alignment: 'center', spacing: { after: 240 }, keepNext: true },
    },
  ],
});

/** Chapters count as official papers do: 一、二、三、 A list of ours leaves a point the one style that the schema lets it have. */
export const numberingOf = (kit: Kit, lang: 'zh' | 'en'): Docx.INumberingOptions => ({
  config: [
    {
      reference: CHAPTERS,
      levels: [
        {
          level: 0,
          format: lang === 'zh' ? kit.LevelFormat.CHINESE_COUNTING : kit.LevelFormat.DECIMAL,
          text: lang === 'zh' ? '%1、' : '%1. ',
          suffix: kit.LevelSuffix.NOTHING,
          style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
        },
      ],
    },
    {
      reference: POINTS,
      levels: [
        {
          level: 0,
          format: kit.LevelFormat.BULLET,
          text: '●',
          style: { paragraph: { indent: { left: 720, hanging: 360 } } },
        },
      ],
    },
  ],
});
