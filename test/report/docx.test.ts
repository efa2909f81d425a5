import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/model/base/problem.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { OUTCOMES } from '../../src/model/finding/finding.ts';
import { OUTCOME_FILLS } from '../../src/report/docx/table.ts';
import { REPORTS, type ReportOptions } from '../../src/report/index.ts';
import { OUTCOME_MARKS } from '../../src/words/names.ts';
import { sampleCentres } from '../support/centres.ts';
import { type Element, parsed, select, textOf, trimmed } from '../support/markup.ts';
import { HOSTILE } from '../support/pages.ts';
import { hasReaders, requireReader, UNLESS_INSTALLED } from '../support/readers.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { workedAudits } from '../support/worked.ts';

async function* each(audits: readonly Audit[]): AsyncGenerator<Audit> {
  yield* audits;
}

const made = async (audits: readonly Audit[], options: Partial<ReportOptions> = {}): Promise<Uint8Array> => {
  const { default: report } = await REPORTS.docx.load();
  const parts: Uint8Array[] = [];
  for await (const part of report(each(audits), { ...PLAIN, ...options })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const partOf = (bytes: Uint8Array, name: string): string => Buffer.from(unzipSync(bytes)[name] ?? []).toString('utf8');

const documentOf = (bytes: Uint8Array): Element => parsed(partOf(bytes, 'word/document.xml'));

const styleOf = (paragraph: Element): string | undefined => select(paragraph, 'w:pStyle')[0]?.attributes['w:val'];

const headings = (document: Element, style: string): readonly string[] =>
  select(document, 'w:p')
    .filter(paragraph => styleOf(paragraph) === style)
    .map(trimmed);

const REJECTED = {
  file: '坏的.yaml',
  problems: [problem('not-a-mapping', { file: '坏的.yaml', line: 3, column: 7 }, { found: '一串文字' })],
} as const;

const [luoshan] = await sampleCentres();
const whole = await made([luoshan]);
const documents = { zh: documentOf(whole), en: documentOf(await made([luoshan], { lang: 'en' })) } as const;

describe('the report in Word', () => {
  it('is A4, with Chinese faces by name, numbered pages and headings that a reader can fold', async () => {
    const bytes = await made([sampleAudit()]);
    const document = documentOf(bytes);
    expect(select(document, 'w:pgSz')[0]?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const styles = partOf(bytes, 'word/styles.xml');
    for (const face of ['仿宋', '黑体', '宋体']) expect(styles).toContain(`w:eastAsia="${face}"`);
    const footers = Object.keys(unzipSync(bytes)).filter(name => /word\/footer\d*\.xml/u.test(name));
    expect(footers.map(name => partOf(bytes, name)).join('')).toMatch(/PAGE[\s\S]*NUMPAGES/u);
    expect(headings(document, 'Title')).toEqual(['profile.yaml']);
    expect(headings(document, 'Heading1')).toEqual([
      '不符合的“应当”要求（1 条）',
      '审核条目（6 条）',
      '待补报（3 项，其中 2 项关系得分）',
      '分项得分',
      '依据与校验',
      '签字',
    ]);
    expect(headings(document, 'Heading2')).toEqual(['第二条 场地设施', '第三条 服务管理']);
  });

  it('has tables whose heads stand on every page and whose rows hold together', () => {
    const document = documents.zh;
    const rows = select(document, 'w:tr');
    expect(rows.length).toBeGreaterThan(luoshan.findings.length);
    expect(rows.filter(row => select(row, 'w:cantSplit').length === 0)).toEqual([]);
    for (const table of select(document, 'w:tbl').filter(each => select(each, 'w:tr').length > 12)) {
      const [head] = select(table, 'w:tr');
      expect(select(head as Element, 'w:tblHeader')).toHaveLength(1);
      const grid = select(table, 'w:gridCol').length;
      for (const row of select(table, 'w:tr')) {
        const spans = select(row, 'w:gridSpan').reduce(
          (sum, { attributes }) => sum + Number(attributes['w:val']) - 1,
          0,
        );
        expect(select(row, 'w:tc').length + spans).toBe(grid);
      }
    }
  });

  it('has cells as wide as the columns that they span, and rows in the colour of what came of them', () => {
    const document = documents.zh;
    const seen = new Set<string>();
    for (const table of select(document, 'w:tbl')) {
      const widths = select(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      for (const row of select(table, 'w:tr')) {
        const cells = select(row, 'w:tc');
        let at = 0;
        for (const cell of cells) {
          const span = Number(select(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1);
          const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
          expect(Number(select(cell, 'w:tcW')[0]?.attributes['w:w'])).toBe(width);
          at += span;
        }
        const outcome = OUTCOMES.find(each => trimmed(cells[2] ?? row).startsWith(`${OUTCOME_MARKS[each]} `));
        if (outcome === undefined || cells.length !== 4) continue;
        seen.add(outcome);
        for (const cell of cells)
          expect(select(cell, 'w:shd')[0]?.attributes['w:fill'], outcome).toBe(OUTCOME_FILLS[outcome]);
      }
    }
    expect([...seen].sort()).toEqual([...OUTCOMES].sort());
  });

  it('tells every finding once, what it rests on, and where to sign', () => {
    for (const lang of ['zh', 'en'] as const) {
      const document = documents[lang];
      const text = textOf(document);
      const cells = select(document, 'w:tc').map(textOf);
      const missing = luoshan.findings.filter(
        ({ finding: { rule } }) => !cells.some(cell => cell.startsWith(rule.title[lang])),
      );
      expect(missing).toEqual([]);
      const { profile, pack, scheme } = luoshan;
      for (const { sha256 } of [profile, pack, scheme]) expect(text).toContain(sha256);
      expect(text).toContain(lang === 'zh' ? '检查人（签字）' : 'Inspector (signature)');
      expect(text).not.toMatch(/undefined|NaN|\[object/u);
    }
  });

  it('gives each paragraph one style at most, points of a list too', () => {
    const document = documents.zh;
    const set = select(document, 'w:pPr');
    expect(set.filter(each => select(each, 'w:numPr').length > 0).length).toBeGreaterThan(5);
    expect(set.filter(each => select(each, 'w:pStyle').length > 1)).toEqual([]);
  });

  it('is the same to the byte each time, and of the day of the audit', async () => {
    expect(Buffer.compare(whole, await made([luoshan]))).toBe(0);
    const core = partOf(whole, 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu)).toEqual(Array(2).fill(`${luoshan.asOf}T00:00:00Z`));
  });

  it('works a scorecard out row by row', async () => {
    const [, audit] = workedAudits('star')[0] ?? [];
    const text = audit === undefined ? '' : textOf(documentOf(await made([audit])));
    for (const row of audit?.scorecard?.result.items ?? []) expect(text).toContain(row.title.zh);
    expect(text).toContain('恶性事件最高二星');
  });

  it('names files that were refused, with the place and what to do', async () => {
    const text = textOf(documentOf(await made([], { rejected: [REJECTED] })));
    expect(text).toContain('坏的.yaml');
    expect(text).toContain('第 3 行第 7 列');
    expect(text).toContain('一串文字');
  });

  it('lists several centres before it tells of each', async () => {
    const document = documentOf(await made([sampleAudit(), sampleAudit('hall.area: 300')]));
    expect(headings(document, 'Title')).toEqual(['对标审核报告', 'profile.yaml', 'profile.yaml']);
    expect(headings(document, 'Heading1')[0]).toBe('中心（2 个）');
  });

  it('keeps text that wants to come alive as text', async () => {
    const audit = sampleAudit();
    const center = { ...audit.profile.center, name: `${HOSTILE}\u0007` };
    const bytes = await made([{ ...audit, profile: { ...audit.profile, center } }]);
    const [title] = select(documentOf(bytes), 'w:p');
    expect(trimmed(title as Element)).toContain('<img src=x onerror=alert(1)>');
    expect(textOf(title as Element)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.skipIf(!hasReaders)(`is read by a reader that is not ours${UNLESS_INSTALLED}`, async () => {
    const mammoth = requireReader('mammoth') as {
      convertToHtml: (input: { buffer: Buffer }) => Promise<{ value: string; messages: readonly { type: string }[] }>;
    };
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await made([sampleAudit()])) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toMatch(/<h1>不符合的“应当”要求（1 条）<\/h1>/u);
    expect(value).toContain('<strong>办事大厅面积</strong>');
    expect(value.match(/<thead>/gu)?.length).toBeGreaterThan(3);
  });
});
