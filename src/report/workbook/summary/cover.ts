import { both } from '../../../model/base/text.ts';
import { cellName, onSheet } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import { isRuled } from '../../../tell/summary/part.ts';
import { BATCH_TITLE, gateRule } from '../../../words/batch.ts';
import { dateText } from '../../../words/facts/values.ts';
import { called, pick, voiced } from '../../../words/reader.ts';
import { type SheetKind, SUMMARY_SHEETS, sheetWords } from '../../../words/sheets.ts';
import { across, beside, type Cover, heading, WIDTHS } from './cover-lines.ts';
import { failed, grades, lostRows, overview, spreads, submissions } from './cover-parts.ts';
import { LOOK } from './looks.ts';
import { hasList, hasSheet, isOfPart } from './part.ts';

/** The sheets in their order, each with what it is for, to be opened by a click. */
const contents = (cover: Cover): void => {
  const { parts, lang, sheet } = cover;
  heading(cover, '各表说明', 'The sheets');
  for (const kind of Object.keys(SUMMARY_SHEETS) as SheetKind[]) {
    if (kind === 'cover' || (!isOfPart(kind) && !hasList(parts, kind))) continue;
    const { name, about } = sheetWords(kind, isRuled(parts));
    const tabs = isOfPart(kind)
      ? parts.filter(part => hasSheet(part, kind)).map(part => part.tab(kind))
      : [called(cover.of, name)[lang]];
    for (const tab of tabs) {
      const row = beside(cover, tab, called(cover.of, about)[lang], LOOK.link);
      sheet.link(cellName(row, 1), { location: onSheet(tab, 'A1') });
    }
  }
};

/** How the figures are read: of what rules decide, of what a scorecard gives, and of both. */
const NOTES = {
  ofRules: [
    both(
      '每条要求的结果有四种：符合、不符合、未定（没有申报，判定不了）、不适用。未定不等于符合，也不等于不符合。',
      'Each requirement passes, fails, is unknown (not declared, so it cannot be decided) or does not apply. Unknown is neither pass nor fail.',
    ),
    both(
      '得分中未定的条目不计分；“可达”为全部补报且符合时的得分。不适用的不进分母。分数一律舍去，不进位。',
      'What is unknown earns nothing in the score; "up to" is the score if all of it were met. What does not apply leaves the denominator. Scores are cut, never rounded up.',
    ),
  ],
  ofCard: [
    both(
      '还没有申报、没有评的项目按最低计；“可达”为补齐以后最多能得的分。每一分怎样来的，见各自的报告。',
      'What is not declared or not yet judged counts at its least; "up to" is the most that it can come to. Each report says how every point came about.',
    ),
  ],
  ofBoth: [
    both(
      '等次写成几个（如 B/C）的还没有定，取决于没有申报、没有评的内容。不同标准、不同级别的中心分开排名，不能相互比较。',
      'A grade such as B/C is not settled: it depends on what is not declared. Centres of different standards or levels are ranked apart and cannot be compared.',
    ),
  ],
} as const;

const notes = (cover: Cover): void => {
  const { options, lang, parts } = cover;
  const { gate, tool } = options;
  const schemes = new Set(parts.map(({ summary: { frame } }) => frame.scheme.title[lang]));
  heading(cover, '怎样读这些数', 'How to read the figures');
  const ruled = isRuled(parts);
  const lines = [
    ...[...NOTES[ruled ? 'ofRules' : 'ofCard'], ...NOTES.ofBoth].map(({ zh, en }) => pick(cover, zh, en)),
    ...[...schemes].map(scheme => `${pick(cover, '计分方案：', 'Points: ')}${scheme}`),
    `${pick(cover, '门槛：', 'Gate: ')}${gateRule(gate, ruled, lang)}`,
    voiced(cover, {
      zh: `由 ${tool.name} ${tool.version} 生成；带公式的格子可以点开核对，逐条结果在 results.jsonl。`,
      en: `Made by ${tool.name} ${tool.version}. Formulas can be opened and checked; results.jsonl has every finding.`,
    }),
  ];
  for (const text of lines) across(cover, text, LOOK.note);
};

const basis = (cover: Cover): void => {
  const { summary, lang } = cover;
  const packs = new Map(summary.frames.map(({ frame: { pack } }) => [pack.id, pack]));
  heading(cover, '依据与校验', 'Basis and digests');
  for (const { id, version, sha256, title } of packs.values()) {
    const text = `${id} ${version}　SHA-256 ${sha256}`;
    beside(cover, title[lang], text);
  }
};

const signatures = (cover: Cover): void => {
  const blanks = '　　　　　　　　　';
  cover.sheet.row([], 14);
  const text = voiced(cover, {
    zh: `制表人：${blanks}审核人：${blanks}日期：${blanks}`,
    en: 'Made by: ____________________     Checked by: ____________________     Date: ______________',
  });
  across(cover, text, LOOK.sign, 30);
};

/** What the director reads first. */
export const addCover = (book: BookWriter, about: Omit<Cover, 'sheet' | 'count'>): void => {
  const { lang, summary } = about;
  const sheet = book.sheet({ name: SUMMARY_SHEETS.cover.name[lang], widths: WIDTHS, orientation: 'portrait' });
  let number = 0;
  const cover: Cover = { ...about, sheet, count: () => ++number };
  across(cover, called(about.of, BATCH_TITLE)[lang], LOOK.title, 36);
  const day = dateText(summary.asOf, lang);
  across(cover, both(`按 ${day}有效的要求审核`, `the requirements in force on ${day}`)[lang], LOOK.subtitle, 18);
  submissions(cover);
  overview(cover);
  spreads(cover);
  if (about.parts.some(({ summary: { frame } }) => frame.grades.length > 0)) grades(cover);
  if (isRuled(about.parts)) failed(cover);
  else lostRows(cover);
  signatures(cover);
  contents(cover);
  notes(cover);
  basis(cover);
  sheet.end();
};
