import { share } from '../../model/base/share.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { RuleTally } from '../../model/result/summary.ts';
import { clauseText, LABELS, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { pick, voiced } from '../../words/reader.ts';
import type { Cell, Chapter } from '../block.ts';
import { column, drawn, headed, IN_BOOK, type List, type ListColumn, listChapter, NO_FIGURE } from '../list.ts';
import { type Part, standardColumn, voiceOf } from './part.ts';

/** So many centres are named behind a clause, or a fact. */
export const NAMED = 5;

/** How often a rule is failed, and where first. */
export interface Failed {
  readonly number: number;
  readonly part: Part;
  readonly tally: RuleTally;
  readonly rule: Part['summary']['frame']['rules'][number];
  readonly names: () => readonly string[];
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

/** Every rule of a standard, the most failed first. */
export const rulesOf = (part: Part): readonly Failed[] => {
  const { rules, frame } = part.summary;
  let failers: ReturnType<typeof failersOf> | undefined;
  return rules.flatMap((tally, index) => {
    const rule = frame.rules[tally.rule];
    const names = () => {
      failers ??= failersOf(part);
      return failers[tally.rule] ?? [];
    };
    return rule === undefined ? [] : { number: index + 1, part, tally, rule, names };
  });
};

export const appliesTo = ({ tally: { counts } }: Pick<Failed, 'tally'>): number =>
  counts.fail + counts.unknown + counts.pass;

/** A part of a whole, cut to whole percent. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.floor((100 * part) / whole) / 100;

/** The same in a workbook: the inner rounding takes away what binary arithmetic adds. */
export const shareFormula = (part: string, whole: string): string =>
  `IF(${whole}=0,"${NO_FIGURE}",ROUNDDOWN(ROUND(${part}/${whole},9),2))`;

/** `甲、乙、丙等 12 个`. */
export const namesText = (names: readonly string[], count: number, lang: Lang): string => {
  const said = names.join(both('、', ', ')[lang]);
  return names.length < count && names.length > 0
    ? both(`${said}等 ${count} 个`, `${said} and ${count - names.length} more`)[lang]
    : said;
};

/** Failed as a solid length, unknown hatched behind it, of all centres to which the rule applies. */
const failedBar = (failed: Failed): Cell => {
  const { counts } = failed.tally;
  const percent = (count: number) => share(String(count), String(appliesTo(failed)));
  return {
    bar: [
      { part: 'lost', from: '0', to: '100' },
      { part: 'failed', from: '0', to: percent(counts.fail) },
      { part: 'open', from: percent(counts.fail), to: percent(counts.fail + counts.unknown) },
    ],
  };
};

const counted = (outcome: Outcome, more: { readonly only?: 'book' } = {}): ListColumn<Failed> =>
  column.figure(outcome, OUTCOME_NAMES[outcome], 8, ({ tally }) => tally.counts[outcome], { outcome, ...more });

const shareColumn = column.figure<Failed>(
  'share',
  both('不符合比例', 'Share failed'),
  9,
  failed => shareOf(failed.tally.counts.fail, appliesTo(failed)),
  { share: true, bars: 1, formula: ({ of }) => shareFormula(of('fail'), of('applies')) },
);

const appliesColumn = column.figure<Failed>('applies', both('适用中心', 'Applies to'), 8, appliesTo, {
  formula: ({ of }) => `${of('fail')}+${of('unknown')}+${of('pass')}`,
});

/** A rule a row. */
export const rulesColumns = (lang: Lang, several: boolean): readonly ListColumn<Failed>[] => [
  numberColumn(),
  ...standardColumn<Failed>(several),
  column.text(
    'section',
    LABELS.section,
    23,
    ({ part, rule }) => sectionTitle(part.summary.frame, rule.section, lang),
    IN_BOOK,
  ),
  column.clause('clause', LABELS.clause, 14, ({ rule }) => clauseText(rule)),
  column.name('title', both('要求', 'Requirement'), 26, ({ rule }) => rule.title[lang]),
  column.short('obligation', LABELS.binds, 9, ({ rule }) => OBLIGATION_NAMES[rule.obligation][lang]),
  drawn(20, failedBar),
  appliesColumn,
  counted('fail'),
  shareColumn,
  counted('unknown'),
  counted('pass', IN_BOOK),
  counted('not-applicable'),
  column.figure('waived', LABELS.waived, 7, ({ tally }) => tally.waived),
  column.text(
    'names',
    both('哪些中心不符合', 'Which centres fail'),
    64,
    ({ names, tally }) => namesText(names(), tally.counts.fail, lang),
    IN_BOOK,
  ),
];

/** The place of an item in its list. */
export const numberColumn = <T extends { readonly number: number }>(): ListColumn<T> =>
  column.short('number', both('序号', 'No.'), 6, ({ number }) => number, IN_BOOK);

/** Every rule of every standard, the most failed first. */
export const rulesList = (parts: readonly Part[], lang: Lang, voice = voiceOf(parts, lang)): List<Failed> => ({
  title: pick(voice, '不符合最多的条款', 'Most failed clauses'),
  note: voiced(voice, {
    zh: '比例为不符合的中心占适用中心的比例，舍去小数；豁免的也计入不符合。逐个中心见对照表，可按条款筛选。',
    en: 'The share is of the centres to which the clause applies, cut to whole percent; waived failures are counted too. The matrix has each centre; filter it by clause.',
  }),
  columns: headed(rulesColumns(lang, parts.length > 1), voice.of),
  frozen: 'title',
  items: parts.flatMap(rulesOf),
});

/** So many rules are listed on a page. */
const MOST = 30;

export const mostFailed = (part: Part): Chapter | undefined => {
  const list = rulesList([part], part.lang);
  const items = list.items.filter(({ tally }) => tally.counts.fail > 0);
  const bars = pick(part, '条中实色为不符合，斜线为未定。', ' A bar is solid for failed and hatched for unknown.');
  const failed = { ...list, note: list.note + bars, items };
  return items.length === 0 ? undefined : listChapter('rules', failed, MOST, part.lang);
};
