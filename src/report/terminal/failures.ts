import type { Audit } from '../../model/finding/audit.ts';
import type { Shortfall } from '../../model/finding/finding.ts';
import { expectedFor } from '../../words/checks/expressions.ts';
import { actualFor, shortfallFor } from '../../words/findings/findings.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { pick } from '../../words/reader.ts';
import { bySection, detail, having, head, isBinding, type Scored } from './findings.ts';
import { heading, type Page, readerOf } from './page.ts';
import { placesOf } from './places.ts';

/** A yes that should be a no is told by what was declared. */
const saysMore = (shortfall: Shortfall): boolean =>
  shortfall.kind !== 'differs' || shortfall.accepted.some(value => value.type !== 'yes_no');

const failure = (scored: Scored<'fail'>, audit: Audit, page: Page): readonly string[] => {
  const { finding } = scored;
  const reader = readerOf(page, audit.pack.vocabulary);
  const causes = finding.shortfalls.length > 0 ? finding.shortfalls : finding.grounds;
  const quotes = page.quotes(finding.rule, audit.pack).map(({ clause, text }) => `${clause} “${text}”`);
  const places = causes.map(({ location }) => location);
  return [
    ...head(scored, ['失', 'lost'], page),
    ...detail(page, ['原文', 'Text'], quotes.join(' ')),
    ...detail(page, ['要求', 'Asked'], expectedFor(finding.rule, reader)),
    ...detail(page, ['申报', 'Found'], actualFor(finding, reader)),
    ...detail(page, ['差距', 'Gap'], finding.shortfalls.some(saysMore) ? shortfallFor(finding, reader) : ''),
    ...detail(page, ['位置', 'Place'], '', placesOf(places, page)),
    ...detail(page, ['豁免', 'Waived'], scored.waived ? waivedText(scored.waived, page.lang) : ''),
    ...detail(page, ['整改', 'To do'], finding.rule.remedy[page.lang]),
    ...detail(page, ['说明', 'Note'], finding.rule.note?.[page.lang] ?? ''),
  ];
};

/** What is asked and not met, by section. */
export const failures = (audit: Audit, page: Page): readonly string[] => {
  const failed = having(audit, 'fail').filter(isBinding);
  if (failed.length === 0) return [];
  return [
    ...heading(page, pick(page, `■ 不符合（${failed.length} 条）`, `■ Not met (${failed.length})`)),
    ...bySection(failed, audit, page, scored => failure(scored, audit, page)),
  ];
};
