import type { Detail, Findings, FindingWords } from '../../../tell/block.ts';
import { pick } from '../../../words/reader.ts';
import { entry, field, type Page } from '../page.ts';
import { placesOf } from '../places.ts';

const detailLines = ({ name, text, places = [] }: Detail, page: Page): readonly string[] =>
  field(page, name, text, { indent: 4, words: placesOf(places, page) });

/** How a finding binds, what it weighs, and the id by which `explain` is asked for its rule. */
const remarksOf = ({ binds, weight, change = '', rule }: FindingWords, page: Page): string =>
  [binds, weight, change, rule].filter(part => part !== '').join(pick(page, '，', ', '));

const whole = (item: FindingWords, page: Page): readonly string[] => [
  ...entry(page, item.outcome, `${item.clause}  ${item.title}`, {
    words: [`[${remarksOf(item, page)}]`],
    brush: page.paint.strong,
  }),
  ...item.details.filter(({ spare }) => !spare).flatMap(detail => detailLines(detail, page)),
];

const brief = ({ outcome, clause, title, gist }: FindingWords, page: Page): readonly string[] =>
  entry(page, outcome, `${clause}  ${title}${pick(page, '：', ': ')}${gist}`);

/** Findings in full with a blank line between them, or each on a line. */
export const findingsLines = ({ style, items }: Findings, page: Page): readonly string[] =>
  style === 'brief'
    ? items.flatMap(item => brief(item, page))
    : items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...whole(item, page)]);
