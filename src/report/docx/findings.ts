import type * as Docx from 'docx';
import type { Detail, Findings, FindingWords } from '../../tell/block.ts';
import { label, OUTCOME_MARKS, OUTCOME_NAMES } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { INK } from './style.ts';
import {
  boxOf,
  type Context,
  cellParagraph,
  framed,
  headParagraph,
  OUTCOME_FILLS,
  placesOf,
  widthsOf,
} from './table.ts';

const SHARES = [13, 33, 13, 41] as const;

const detailText = ({ name, text, places = [] }: Detail, context: Context): string => {
  const where = places.length === 0 ? '' : placesOf(places, context);
  return `${name}${pick(context, '：', ': ')}${text}${where}`;
};

/** What is asked stands beside its title, what came of it in a column of its own. */
const isAsked = ({ kind }: Detail): boolean => kind === 'quote' || kind === 'asked';

/** Of what is in order, only what was found. */
const isTold = ({ kind, spare }: Detail, { outcome }: FindingWords): boolean =>
  outcome === 'fail' || outcome === 'unknown' ? !spare : kind === 'found' || kind === 'why' || kind === 'waived';

const outcomeText = ({ outcome, weight, change }: FindingWords, { lang }: Context): string =>
  [`${OUTCOME_MARKS[outcome]} ${OUTCOME_NAMES[outcome][lang]}`, weight, change ?? '']
    .filter(text => text !== '')
    .join('\n');

const rowOf = (words: FindingWords, widths: readonly number[], context: Context) => {
  const { clause, title, binds, details, outcome } = words;
  const heading = cellParagraph(context, [{ text: title, strong: true }, pick(context, `【${binds}】`, ` [${binds}]`)]);
  const asked = details.filter(isAsked).map(detail => cellParagraph(context, detail.text));
  const rest = details.filter(detail => !isAsked(detail) && isTold(detail, words));
  const found = rest.map(detail => cellParagraph(context, detailText(detail, context)));
  const paragraphs: readonly (readonly Docx.Paragraph[])[] = [
    [cellParagraph(context, clause, 'clause')],
    [heading, ...asked],
    [cellParagraph(context, outcomeText(words, context), 'outcome', outcome === 'fail')],
    found.length > 0 ? found : [cellParagraph(context, '')],
  ];
  const fill = OUTCOME_FILLS[outcome];
  return {
    cells: paragraphs.map((each, index) => boxOf(context, { paragraphs: each, width: widths[index] ?? 0, fill })),
  };
};

/** Findings a row each: the clause, what it asks, what came of it, and what was found or is to be done. */
export const findingsTable = ({ items }: Findings, context: Context): Docx.Table => {
  const { lang } = context;
  const widths = widthsOf(SHARES);
  const heads = [
    label('clause', lang),
    pick(context, '事项和要求', 'Requirement'),
    label('outcome', lang),
    pick(context, '情况和处理', 'Found, and to do'),
  ].map((text, index) =>
    boxOf(context, { paragraphs: [headParagraph(context, text)], width: widths[index] ?? 0, fill: INK.head }),
  );
  return framed(context, widths, [{ cells: heads, isHead: true }, ...items.map(item => rowOf(item, widths, context))]);
};
