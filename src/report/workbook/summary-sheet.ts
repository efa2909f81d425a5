import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import type { Look } from '../../sheets/write/look.ts';
import { dateText } from '../../words/facts/values.ts';
import { shortfallText } from '../../words/findings/findings.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { centerName, clauseText, levelName, OUTCOME_NAMES, packText } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { gradeText, schemeText, scoreText, verdictText } from '../../words/scoring/score.ts';
import { SHEETS } from './names.ts';
import { LOOKS } from './style.ts';

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

const putFailures = (sheet: Grid, first: number, audit: Audit, lang: Lang): number => {
  const failed = audit.findings.filter(({ finding, waived }) => finding.outcome === 'fail' && waived === undefined);
  const title = pick({ lang }, `不符合项（${failed.length}）`, `Not met (${failed.length})`);
  let row = first;
  sheet.across(row, 1, COLUMNS, title, LOOKS.heading);
  sheet.height(row++, 24);
  if (failed.length === 0) return row;
  const heads = [
    pick({ lang }, '条款', 'Clause'),
    pick({ lang }, '事项', 'Title'),
    pick({ lang }, '差距', 'Gap'),
    pick({ lang }, '怎样做', 'To do'),
  ];
  heads.forEach((head, index) => {
    sheet.put(row, index + 1, head, LOOKS.head);
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
      sheet.put(row, index + 1, text, index === 0 ? LOOKS.centre : LOOKS.text);
    });
    sheet.fit(
      row++,
      texts.map((text, index) => [text, WIDTHS[index] ?? 10] as const),
    );
  }
  return row;
};

const SIGNATURES: Look = { ...LOOKS.note, down: 'middle' };

const putSignatures = (sheet: Grid, row: number, lang: Lang): void => {
  const blanks = '　　　　　　　　';
  const text = pick(
    { lang },
    `检查人（签字）：${blanks}被检查单位负责人（签字盖章）：${blanks}日期：${blanks}`,
    'Inspector: ____________    Head of the centre (seal): ____________    Date: ____________',
  );
  sheet.across(row, 1, COLUMNS, text, SIGNATURES);
  sheet.height(row, 40);
};

/** One centre on one page: the verdict first, then what is not met. */
const putOne = (sheet: Grid, audit: Audit, lang: Lang): void => {
  sheet.across(1, 1, COLUMNS, centerName(audit), LOOKS.title);
  sheet.height(1, 34);
  sheet.across(2, 1, COLUMNS, TITLE[lang], LOOKS.subtitle);
  sheet.put(3, 1, pick({ lang }, '结论', 'Verdict'), LOOKS.label);
  sheet.across(3, 2, COLUMNS, verdictText(audit, lang), LOOKS.verdict);
  sheet.height(3, 26);
  let row = 4;
  for (const [zh, en, text] of linesOf(audit, lang)) {
    sheet.put(row, 1, pick({ lang }, zh, en), LOOKS.label);
    sheet.across(row, 2, COLUMNS, text, LOOKS.text);
    sheet.fit(row++, [[text, BODY]]);
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

const figure = (amount: string | undefined): number | undefined => (amount === undefined ? undefined : Number(amount));

/** Several centres: a line each. */
const putMany = (sheet: Grid, audits: readonly Audit[], lang: Lang): void => {
  const title = pick({ lang }, '便民服务中心对标审核汇总', 'Centres held against their standard');
  sheet.across(1, 1, MANY.length, title, LOOKS.title);
  sheet.height(1, 34);
  MANY.forEach(([zh, en], index) => {
    sheet.put(2, index + 1, pick({ lang }, zh, en), LOOKS.head);
  });
  audits.forEach((audit, index) => {
    const row = 3 + index;
    const [name, grade, verdict] = [centerName(audit), gradeText(audit, lang, 3), verdictText(audit, lang)];
    sheet.put(row, 1, name, LOOKS.text);
    sheet.put(row, 2, figure(audit.score?.low), LOOKS.number);
    sheet.put(row, 3, figure(audit.score?.high), LOOKS.number);
    sheet.put(row, 4, grade, LOOKS.text);
    sheet.put(row, 5, verdict, LOOKS.text);
    OUTCOMES.forEach((outcome, column) => {
      sheet.put(row, 6 + column, audit.counts[outcome], LOOKS.number);
    });
    sheet.fit(row, [
      [name, 30],
      [grade, 22],
      [verdict, 40],
    ]);
  });
  sheet.filter(2, 2 + audits.length, MANY.length);
};

export const addSummary = (book: BookWriter, audits: readonly Audit[], lang: Lang): void => {
  const sheet = makeGrid();
  const name = SHEETS.summary[lang];
  const [only, ...more] = audits;
  if (only !== undefined && more.length === 0) {
    putOne(sheet, only, lang);
    sheet.write(book, { name, widths: WIDTHS, orientation: 'portrait' });
    return;
  }
  putMany(sheet, audits, lang);
  sheet.write(book, {
    name,
    widths: MANY.map(([, , width]) => width),
    orientation: 'landscape',
    frozen: { rows: 2, columns: 1 },
    titles: { rows: [2, 2] },
  });
};
