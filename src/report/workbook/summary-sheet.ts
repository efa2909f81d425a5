import type { Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { dateText } from '../../words/facts/values.ts';
import { shortfallText } from '../../words/findings/findings.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { centerName, clauseText, levelName, OUTCOME_NAMES, packText } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { gradeText, schemeText, scoreText, verdictText } from '../../words/scoring/score.ts';
import { quoted, SHEETS } from './names.ts';
import { fitRow, put, putAcross, setPage, setWidths } from './style.ts';

const WIDTHS = [14, 14, 34, 34];
const BODY = (WIDTHS[1] as number) + (WIDTHS[2] as number) + (WIDTHS[3] as number);
const COLUMNS = WIDTHS.length;

const TITLE = { zh: '便民服务中心对标审核报告', en: 'Audit of a service centre against its standard' } as const;

type Line = readonly [zh: string, en: string, text: string];

const linesOf = (audit: Audit, lang: Lang): readonly Line[] => {
  const { profile, pack, scheme, counts, findings } = audit;
  const { county, township } = profile.center;
  const place = [county, township, levelName(audit.level, lang, pack)].filter(part => part !== undefined).join(' · ');
  const tally = OUTCOMES.map(outcome => `${OUTCOME_NAMES[outcome][lang]} ${counts[outcome]}`);
  const waived = waiversText(audit, lang);
  return [
    ['得分', 'Score', `${scoreText(audit, lang)}${pick({ lang }, `，满分 ${scheme.total}`, ` of ${scheme.total}`)}`],
    ['等次', 'Grade', gradeText(audit, lang, 5)],
    ['计分', 'Points', schemeText(scheme, lang)],
    [
      '条目',
      'Rules',
      `${tally.join(pick({ lang }, '，', ', '))}${pick({ lang }, `，共 ${findings.length} 条`, `, ${findings.length} in all`)}`,
    ],
    ...(waived === '' ? [] : [['豁免', 'Waived', waived] as const]),
    ['对象', 'Centre', place],
    ['标准', 'Pack', packText(pack, lang)],
    [
      '日期',
      'As of',
      pick({ lang }, `按 ${dateText(audit.asOf, 'zh')}有效的要求审核`, `the requirements in force on ${audit.asOf}`),
    ],
    ['申报表', 'Profile', profile.path],
  ];
};

const putFailures = (sheet: Worksheet, first: number, audit: Audit, lang: Lang): number => {
  const failed = audit.findings.filter(({ finding, waived }) => finding.outcome === 'fail' && waived === undefined);
  let row = first;
  putAcross(
    sheet,
    row,
    1,
    COLUMNS,
    pick({ lang }, `不符合项（${failed.length}）`, `Not met (${failed.length})`),
    'heading',
  );
  sheet.getRow(row++).height = 24;
  if (failed.length === 0) return row;
  const heads = [
    pick({ lang }, '条款', 'Clause'),
    pick({ lang }, '事项', 'Title'),
    pick({ lang }, '差距', 'Gap'),
    pick({ lang }, '怎样做', 'To do'),
  ];
  heads.forEach((head, index) => {
    put(sheet.getCell(row, index + 1), head, 'head');
  });
  row++;
  for (const { finding } of failed) {
    const texts = [
      clauseText(finding.rule),
      finding.rule.title[lang],
      shortfallText(finding, audit.pack.vocabulary, lang),
      finding.rule.remedy[lang],
    ];
    texts.forEach((text, index) => {
      put(sheet.getCell(row, index + 1), text, index === 0 ? 'centre' : 'text');
    });
    fitRow(
      sheet,
      row++,
      texts.map((text, index) => [text, WIDTHS[index] ?? 10] as const),
    );
  }
  return row;
};

const putSignatures = (sheet: Worksheet, row: number, lang: Lang): void => {
  const blanks = '　　　　　　　　';
  const text = pick(
    { lang },
    `检查人（签字）：${blanks}被检查单位负责人（签字盖章）：${blanks}日期：${blanks}`,
    'Inspector: ____________    Head of the centre (seal): ____________    Date: ____________',
  );
  sheet.mergeCells(row, 1, row, COLUMNS);
  put(sheet.getCell(row, 1), text, 'note').alignment = { vertical: 'middle' };
  sheet.getRow(row).height = 40;
};

/** One centre on one page: the verdict first, then what is not met. */
const addOne = (sheet: Worksheet, audit: Audit, lang: Lang): void => {
  putAcross(sheet, 1, 1, COLUMNS, centerName(audit), 'title');
  sheet.getRow(1).height = 34;
  putAcross(sheet, 2, 1, COLUMNS, TITLE[lang], 'subtitle');
  put(sheet.getCell(3, 1), pick({ lang }, '结论', 'Verdict'), 'label');
  putAcross(sheet, 3, 2, COLUMNS, verdictText(audit, lang), 'verdict');
  sheet.getRow(3).height = 26;
  let row = 4;
  for (const [zh, en, text] of linesOf(audit, lang)) {
    put(sheet.getCell(row, 1), pick({ lang }, zh, en), 'label');
    putAcross(sheet, row, 2, COLUMNS, text, 'text');
    fitRow(sheet, row++, [[text, BODY]]);
  }
  row = putFailures(sheet, row + 1, audit, lang);
  putSignatures(sheet, row + 1, lang);
};

const MANY: readonly (readonly [zh: string, en: string, width: number])[] = [
  ['中心', 'Centre', 30],
  ['得分', 'Low', 8],
  ['可达', 'High', 8],
  ['等次', 'Grade', 22],
  ['结论', 'Verdict', 40],
  ['符合', 'Pass', 7],
  ['不符合', 'Fail', 8],
  ['未定', 'Unknown', 8],
  ['不适用', 'N/A', 8],
];

/** Several centres: a line each. */
const addMany = (sheet: Worksheet, audits: readonly Audit[], lang: Lang): void => {
  setWidths(
    sheet,
    MANY.map(([, , width]) => width),
  );
  putAcross(
    sheet,
    1,
    1,
    MANY.length,
    pick({ lang }, '便民服务中心对标审核汇总', 'Centres held against their standard'),
    'title',
  );
  sheet.getRow(1).height = 34;
  MANY.forEach(([zh, en], index) => {
    put(sheet.getCell(2, index + 1), pick({ lang }, zh, en), 'head');
  });
  audits.forEach((audit, index) => {
    const row = 3 + index;
    const texts = [
      centerName(audit),
      audit.score?.low,
      audit.score?.high,
      gradeText(audit, lang, 3),
      verdictText(audit, lang),
    ];
    texts.forEach((text, column) => {
      const figure = column === 1 || column === 2;
      put(
        sheet.getCell(row, column + 1),
        figure && text !== undefined ? Number(text) : text,
        figure ? 'number' : 'text',
      );
    });
    OUTCOMES.forEach((outcome, column) => {
      put(sheet.getCell(row, 6 + column), audit.counts[outcome], 'number');
    });
    fitRow(
      sheet,
      row,
      texts.map((text, column) => [text ?? '', MANY[column]?.[2] ?? 10] as const),
    );
  });
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2 + audits.length, column: MANY.length } };
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }];
};

export const addSummary = (workbook: Workbook, audits: readonly Audit[], lang: Lang): void => {
  const sheet = workbook.addWorksheet(SHEETS.summary[lang]);
  setWidths(sheet, WIDTHS);
  const [only, ...more] = audits;
  if (only !== undefined && more.length === 0) addOne(sheet, only, lang);
  else addMany(sheet, audits, lang);
  setPage(sheet, audits.length > 1 ? 'landscape' : 'portrait', audits.length > 1 ? 2 : undefined);
};

/** A link within the workbook. */
export const inner = (sheet: string, cell: string): string => `#${quoted(sheet)}!${cell}`;
