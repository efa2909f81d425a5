import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Bilingual, NonEmpty } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import siteXlsx from '../../src/report/site-xlsx.ts';
import { subjectOf } from '../../src/tell/audit/subject.ts';
import { type Block, plainOf } from '../../src/tell/block.ts';
import { tellSite } from '../../src/tell/site.ts';
import { sampleCentres } from '../support/centres.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { PLAIN } from '../support/sample.ts';

const TOOL = { name: 'duibiao', version: '0' };

async function* each(audits: readonly Audit[]): AsyncGenerator<Audit> {
  yield* audits;
}

const rowsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(block =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) =>
          cells.map(cell => (typeof cell === 'string' || Array.isArray(cell) ? plainOf(cell) : '')).join(' | '),
        )
      : [],
  );

const mapped = <T>([first, ...others]: NonEmpty<T>, make: (one: T) => T): NonEmpty<T> => [
  make(first),
  ...others.map(make),
];

/** The same with a note on each row of its scorecard. */
const noted = (audit: Audit, note: Bilingual | undefined): Audit => {
  const { scorecard } = audit;
  if (scorecard === undefined || note === undefined) return audit;
  const forms = mapped(scorecard.asked.forms, form => ({
    ...form,
    sections: mapped(form.sections, section => ({
      ...section,
      items: mapped(section.items, item => ({ ...item, note })),
    })),
  }));
  return { ...audit, scorecard: { ...scorecard, asked: { ...scorecard.asked, forms } } };
};

describe('the list for the site', () => {
  it('goes the way of a walk, numbers each thing once, and says what was declared', async () => {
    const [audit] = await sampleCentres();
    if (audit === undefined) throw new Error('there are sample centres');
    const { chapters } = tellSite(subjectOf(audit, { lang: 'zh', tool: TOOL }));
    expect(chapters.map(({ title }) => title)).toEqual([
      '院外和周边',
      '门口',
      '大厅',
      '窗口',
      '台面',
      '墙面和公示栏',
      '后台',
      '资料',
      '询问',
    ]);
    const rows = chapters.flatMap(({ blocks }) => rowsOf(blocks));
    expect(rows.map(row => Number(row.split(' | ')[0]))).toEqual(rows.map((_, at) => at + 1));
    expect(rows.find(row => row.includes('办事大厅使用面积'))).toContain('184 ㎡');
    expect(rows.find(row => row.includes('3号台 台面高度'))).toContain('75');
    expect(rows.every(row => row.includes('□'))).toBe(true);
  });

  it('has what a scorecard leaves to inspectors, by bureau, with what was entered', () => {
    const { chapters } = tellSite(subjectOf(inspectedAudit(), { lang: 'zh', tool: TOOL }));
    const last = chapters.at(-1);
    expect(last?.title).toBe('检查人评分：行政审批局');
    const [row = ''] = rowsOf(last?.blocks ?? []);
    expect(row).toContain('二');
    expect(row).toContain('差 ');
    const facts = chapters.slice(0, -1).flatMap(({ blocks }) => rowsOf(blocks));
    expect(facts.some(line => line.includes('大厅面积') && line.includes('184'))).toBe(true);
    expect(facts.some(line => line.includes('有电梯'))).toBe(true);
  });

  it.each([
    [undefined, '□好 5　□差 1'],
    [{ zh: '看台账', en: 'see the books' }, '□好 5　□差 1\n看台账'],
  ])('has what is noted of such a row beside its range: %j', (note, said) => {
    const { chapters } = tellSite(subjectOf(noted(inspectedAudit(), note), { lang: 'zh', tool: TOOL }));
    const [row = ''] = rowsOf(chapters.at(-1)?.blocks ?? []);
    expect(row).toContain(said);
    expect(row.includes('看台账')).toBe(note !== undefined);
  });

  it('is a workbook with a sheet a centre, too', async () => {
    const audits = await sampleCentres();
    const book = new ExcelJS.Workbook();
    const parts: Uint8Array[] = [];
    for await (const part of siteXlsx(each(audits), PLAIN)) parts.push(Buffer.from(part));
    await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer);
    expect(book.worksheets).toHaveLength(audits.length);
  });
});
