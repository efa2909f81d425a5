import type { Ledger, LedgerLine, LedgerSection } from '../../../tell/block.ts';
import { pick } from '../../../words/reader.ts';
import { field, type Page } from '../page.ts';

const NONE = '—';

const amounts = ({ low, high, max }: LedgerLine, page: Page): string => {
  const reach = low === high ? '' : pick(page, `（可达 ${high || NONE}）`, ` (up to ${high || NONE})`);
  return `${low || NONE}${reach} / ${max}`;
};

const working = (page: Page, label: string, texts: readonly string[], indent: number): readonly string[] =>
  texts.flatMap((text, index) => field(page, index === 0 ? label : '', text, { indent }));

/** The working of a line; at both ends of its range where they differ. */
const workLines = ({ work: { low, high } }: LedgerLine, page: Page, indent: number): readonly string[] => {
  if (low.join('\n') === high.join('\n')) return working(page, '', low, indent);
  return [
    ...working(page, pick(page, '最差', 'At worst'), low, indent),
    ...working(page, pick(page, '最好', 'At best'), high, indent),
  ];
};

const rowLines = (row: LedgerLine, page: Page): readonly string[] => [
  '',
  ...field(page, amounts(row, page), `${row.clause}  ${row.title}`, { indent: 2 }),
  ...workLines(row, page, 4),
  ...working(page, pick(page, '待查', 'Open'), row.open === '' ? [] : [row.open], 4),
];

const sectionLines = ({ title, subtotal, rows }: LedgerSection, page: Page): readonly string[] => {
  const held = subtotal.work.low.map(text => pick(page, `，${text}`, `, ${text}`)).join('');
  return [
    page.paint.strong(`${title}  ${amounts(subtotal, page)}${held}`),
    ...rows.flatMap(row => rowLines(row, page)),
    '',
  ];
};

const totalLines = ({ work: { low, high } }: LedgerLine, page: Page): readonly string[] => [
  ...working(page, pick(page, '得分', 'Score'), low, 2),
  ...working(page, pick(page, '可达', 'Up to'), low.join() === high.join() ? [] : high, 2),
];

/** A scorecard row by row, each sum spelt out so that it can be worked out again by hand. */
export const ledgerLines = ({ sections, total, remarks }: Ledger, page: Page): readonly string[] => [
  ...sections.flatMap(section => sectionLines(section, page)),
  ...totalLines(total, page),
  ...remarks.flatMap(({ name, text }) => field(page, name, text, { indent: 2 })),
];
