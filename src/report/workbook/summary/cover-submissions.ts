import { onSheet } from '../../../sheets/address.ts';
import type { Cell, CellValue } from '../../../sheets/write/cell.ts';
import { ROSTER_STATES, received } from '../../../words/summary.ts';
import { absentOf, KIND_COLUMN, UNLISTED } from './absent.ts';
import { type Cover, heading, heads, line, say } from './cover-lines.ts';
import { headRowOf, rangeIn } from './listing.ts';
import { LOOK } from './looks.ts';
import { NO_FIGURE, SHEETS } from './words.ts';

const HEADS = {
  zh: ['', '收到份数', '审核中心', '拒收', '被替代', '应报', '未报送', '没有结果', '名册以外'],
  en: ['', 'Received', 'Audited', 'Rejected', 'Superseded', 'Expected', 'Absent', 'No result', 'Unlisted'],
} as const;

/** How many came in, and who did not. */
export const submissions = (cover: Cover): void => {
  const { summary, lang } = cover;
  const { audited, rejected, superseded } = summary.counts;
  const { roster } = summary;
  const listed = absentOf(summary, cover.options.rejected, lang).length;
  const kinds = onSheet(SHEETS.absent.name[lang], rangeIn(KIND_COLUMN, headRowOf(0) + 1, listed));
  const counted = (kind: string, result: number | undefined): CellValue =>
    result === undefined ? NO_FIGURE : { formula: `COUNTIF(${kinds},"${kind}")`, result };
  const absent = roster?.missing.filter(({ state }) => state === 'not-submitted').length;
  heading(cover, '一、报送情况', '1. Submissions');
  heads(cover, HEADS[lang]);
  const figures: readonly CellValue[] = [
    received(summary.counts),
    audited,
    rejected,
    superseded,
    roster?.expected ?? NO_FIGURE,
    counted(ROSTER_STATES['not-submitted'][lang], absent),
    roster?.missing.length ?? NO_FIGURE,
    counted(UNLISTED[lang], roster?.unlisted.length),
  ];
  line(
    cover,
    say(cover, '数量', 'Number'),
    figures.map((value): Cell => [value, LOOK.number]),
  );
};
