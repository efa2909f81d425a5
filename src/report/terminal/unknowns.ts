import { formatLocation, type Location } from '../../model/base/location.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Gap } from '../../model/finding/finding.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { expectedFor } from '../../words/checks/expressions.ts';
import { verifyText } from '../../words/facts/verify.ts';
import { gapsFor } from '../../words/findings/findings.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { pick } from '../../words/reader.ts';
import { wrap } from '../text/layout.ts';
import { bySection, detail, having, head, isBinding, type Scored } from './findings.ts';
import { heading, type Page, readerOf } from './page.ts';
import { placesOf } from './places.ts';

/** A bare yes is asked for by its own name. */
const asksPlainly = ({ when, require }: Rule): boolean =>
  when === undefined &&
  require.kind === 'test' &&
  require.test.op === 'equals' &&
  require.test.operand.kind === 'value' &&
  require.test.operand.value.type === 'yes_no' &&
  require.test.operand.value.value;

/** Where the profile speaks of the matter already. */
const placesIn = (gaps: readonly Gap[], { profile: { root } }: Audit): readonly Location[] =>
  gaps.map(({ location }) => location).filter(location => formatLocation(location) !== formatLocation(root));

const open = (scored: Scored<'unknown'>, audit: Audit, page: Page): readonly string[] => {
  const { rule, gaps } = scored.finding;
  const reader = readerOf(page, audit.pack.vocabulary);
  return [
    ...head(scored, ['待定', 'at stake'], page),
    ...(asksPlainly(rule) ? [] : detail(page, ['要求', 'Asked'], expectedFor(rule, reader))),
    ...detail(page, ['补报', 'Ask for'], gapsFor(gaps, reader)),
    ...detail(page, ['位置', 'Place'], '', placesOf(placesIn(gaps, audit), page)),
    ...detail(page, ['核实', 'How'], verifyText(rule, gaps, reader)),
    ...detail(page, ['豁免', 'Waived'], scored.waived ? waivedText(scored.waived, page.lang) : ''),
  ];
};

/** What cannot be decided yet: the points that hang on it, the fact to ask for, and where. */
export const unknowns = (audit: Audit, page: Page): readonly string[] => {
  const undecided = having(audit, 'unknown').filter(isBinding);
  if (undecided.length === 0) return [];
  const advice = pick(
    page,
    '补报下列内容即可判定；没有注明位置的，申报表里还没有这一项。',
    'The facts asked for would decide; one without a place is not in the profile yet.',
  );
  return [
    ...heading(page, pick(page, `■ 未定（${undecided.length} 条）`, `■ Not decided (${undecided.length})`)),
    ...wrap(advice, page.columns),
    ...bySection(undecided, audit, page, scored => open(scored, audit, page)),
  ];
};
