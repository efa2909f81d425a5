import type { Audit } from '../../model/finding/audit.ts';
import { pick } from '../../words/reader.ts';
import { appliedText, rowDifferences, STAGE_NAMES, stageText } from '../../words/scoring/stages.ts';
import { field, heading, type Page } from './page.ts';

/** The score as declared, as inspected and as settled, with every change and what it did to the rows. */
export const stages = (audit: Audit, page: Page): readonly string[] => {
  const { stages: all = [], applied = [] } = audit;
  if (all.length === 0) return [];
  const rows = rowDifferences(audit);
  return [
    ...heading(page, pick(page, '■ 自评、核查与终审', '■ Declared, inspected, settled')),
    '',
    ...all.flatMap(one => field(page, STAGE_NAMES[one.stage][page.lang], stageText(one, page.lang), { indent: 2 })),
    ...applied.flatMap(change =>
      field(page, STAGE_NAMES[change.stage][page.lang], appliedText(change, audit, page.lang), { indent: 2 }),
    ),
    ...rows.flatMap(({ row, from, to }) =>
      field(page, `${from} → ${to}`, `${row.clause.join(' / ')}  ${row.title[page.lang]}`, { indent: 2 }),
    ),
  ];
};
