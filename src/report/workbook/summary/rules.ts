import { both, type Lang } from '../../../model/base/text.ts';
import type { Outcome } from '../../../model/finding/finding.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { RuleTally } from '../../../model/result/summary.ts';
import { cellName } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import { clauseText, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle } from '../../../words/summary.ts';
import { type Column, putListing } from './listing.ts';
import { LOOK } from './looks.ts';
import type { Part } from './part.ts';
import { NO_FIGURE, SHEETS } from './words.ts';

/** So many centres are named behind a clause. */
const NAMED = 5;

interface Failed {
  readonly number: number;
  readonly part: Part;
  readonly tally: RuleTally;
  readonly names: readonly string[];
}

/** The first centres that fail each rule, by rank. */
const failersOf = ({ centers, summary: { frame } }: Part): readonly (readonly string[])[] => {
  const names: string[][] = frame.rules.map(() => []);
  for (const { row } of centers)
    names.forEach((known, rule) => {
      if (known.length < NAMED && row.outcomes[rule]?.toLowerCase() === 'f')
        known.push(nameOf(row.center, row.location.file));
    });
  return names;
};

/** `甲、乙、丙等 12 个`. */
export const namesText = (names: readonly string[], count: number, lang: Lang): string => {
  const said = names.join(pick({ lang }, '、', ', '));
  return names.length < count && names.length > 0
    ? pick({ lang }, `${said}等 ${count} 个`, `${said} and ${count - names.length} more`)
    : said;
};

/** The share of the centres to which a rule applies, cut to whole percent. */
export const shareOf = (part: number, whole: number): number | string =>
  whole === 0 ? NO_FIGURE : Math.floor((100 * part) / whole) / 100;

const ruleOf = ({ part, tally }: Failed) => part.summary.frame.rules[tally.rule];

const columnsOf = (lang: Lang, several: boolean): readonly Column<Failed>[] => {
  const count = (outcome: Outcome): Column<Failed> => ({
    head: OUTCOME_NAMES[outcome],
    width: 8,
    look: LOOK.number,
    value: ({ tally }) => tally.counts[outcome],
  });
  const frame: Column<Failed> = {
    head: both('标准', 'Standard'),
    width: 24,
    look: LOOK.text,
    fits: true,
    value: ({ part }) => frameTitle(part.summary.frame, lang),
  };
  const before = several ? [frame] : [];
  const failed = before.length + 5;
  return [
    { head: both('序号', 'No.'), width: 6, look: LOOK.centre, value: ({ number }) => number },
    ...before,
    {
      head: both('章节', 'Section'),
      width: 23,
      look: LOOK.text,
      fits: true,
      value: item => sectionTitle(item.part.summary.frame, ruleOf(item)?.section ?? '', lang),
    },
    {
      head: both('条款', 'Clause'),
      width: 14,
      look: LOOK.centre,
      fits: true,
      value: item => clauseText(ruleOf(item) ?? { clause: [''] }),
    },
    {
      head: both('要求', 'Requirement'),
      width: 26,
      look: LOOK.text,
      fits: true,
      value: item => ruleOf(item)?.title[lang],
    },
    {
      head: both('约束', 'Obligation'),
      width: 9,
      look: LOOK.centre,
      value: item => OBLIGATION_NAMES[ruleOf(item)?.obligation ?? 'may'][lang],
    },
    count('fail'),
    {
      head: both('不符合比例', 'Share failed'),
      width: 9,
      look: LOOK.share,
      bars: 1,
      value: ({ tally: { counts } }, row) => {
        const [fail, unknown, pass] = [failed, failed + 2, failed + 3].map(column => cellName(row, column + 1));
        const result = shareOf(counts.fail, counts.fail + counts.unknown + counts.pass);
        const whole = `(${fail}+${unknown}+${pass})`;
        return { formula: `IF(${whole}=0,"${NO_FIGURE}",ROUNDDOWN(ROUND(${fail}/${whole},9),2))`, result };
      },
    },
    count('unknown'),
    count('pass'),
    count('not-applicable'),
    { head: both('豁免', 'Waived'), width: 7, look: LOOK.number, value: ({ tally }) => tally.waived },
    {
      head: both('哪些中心不符合', 'Which centres fail'),
      width: 64,
      look: LOOK.text,
      fits: true,
      value: ({ names, tally }) => namesText(names, tally.counts.fail, lang),
    },
  ];
};

/** Every clause of every standard, the most failed first. */
export const addRules = (book: BookWriter, parts: readonly Part[], lang: Lang): void => {
  const items = parts.flatMap(part => {
    const failers = failersOf(part);
    return part.summary.rules.map(
      (tally, index): Failed => ({ number: index + 1, part, tally, names: failers[tally.rule] ?? [] }),
    );
  });
  putListing(book, {
    sheet: { name: SHEETS.rules.name[lang] },
    lang,
    title: pick({ lang }, '不符合最多的条款', 'Most failed clauses'),
    note: pick(
      { lang },
      '比例为不符合的中心占适用中心的比例，舍去小数；豁免的也计入不符合。逐个中心见“逐条矩阵”，可按条款筛选。',
      'The share is of the centres to which the clause applies, cut to whole percent; waived failures are counted too. The matrix has each centre; filter it by clause.',
    ),
    columns: columnsOf(lang, parts.length > 1),
    frozen: parts.length > 1 ? 5 : 4,
    count: items.length,
    items,
  });
};
