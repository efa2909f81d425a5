import { expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { frameOf, rowOf } from '../../src/batch/summary/row.ts';
import { cardBytes } from '../../src/forms/scorecard/book.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import { packOfScheme } from '../../src/model/standard/card-pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readCardSheet } from '../../src/read/scorecard/sheet/sheet.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { BUREAU_HEAD, BUREAU_LINES } from '../support/bureau-card.ts';
import { profileOf, succeed } from '../support/inline.ts';
import { entered } from '../support/scorecard.ts';

const common = succeed(await shippedLibrary().vocabulary());
const bytes = cardBytes({ title: '', head: BUREAU_HEAD, lines: BUREAU_LINES, blank: 0 });
const { root } = succeed(await readCardSheet('card.xlsx', bytes, common));
const scheme = succeed(readScheme(root, 'f'.repeat(64), common));
const pack = packOfScheme(scheme, withWords(common, scheme));
if (pack === undefined) throw new Error('a card with a standard');

const RECORD: Inspection = {
  ...{ path: 'r.xlsx', sha256: 'e'.repeat(64), stage: 'inspection', changes: [] },
  entries: entered({ 'r3-1': 2 }),
};

it('keeps of a centre what it has in each row, what is open and for whom, and what it had as declared', () => {
  const profile = profileOf(
    '中心名称: 青石镇便民服务中心\n办事大厅使用面积: 185平方米\n发生重大责任事故: 否\n',
    pack.vocabulary,
  );
  const input = { profile, level: 'township', pack, scheme, asOf: '2025-06-01', warnings: [] } as const;
  const result = audit({ ...input, inspections: [RECORD] });
  const frame = frameOf(pack, 'township', scheme);
  const row = rowOf(result, frame, 'undecided');
  const cellOf = (title: string) => row.card?.cells[frame.card?.findIndex(column => column.title.zh === title) ?? -1];
  expect(frame.card).toHaveLength(36);
  expect(cellOf('大厅面积')).toEqual(['4', '4']);
  expect(cellOf('在岗情况')).toEqual(['4', '4']);
  expect(cellOf('母婴室')).toEqual(['0', '2']);
  expect(row.card?.declared).toEqual(['4', '103']);
  const open = row.missing.map(index => frame.facts[index]?.label.zh);
  expect(open).toContain('设有母婴室');
  expect(open).toContain('仪容仪表评分（由人社局填写）');
  expect(open).not.toContain('脱岗人次（由行政审批局填写）');
});
