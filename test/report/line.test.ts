import { describe, expect, it } from 'vitest';
import { auditInputs } from '../../src/audit/inputs.ts';
import { makeLineBuffer } from '../../src/batch/run/line-buffer.ts';
import { openSettings } from '../../src/cli/audit/settings.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { LEVELS } from '../../src/model/profile/profile.ts';
import { writeResult } from '../../src/report/result/line/line.ts';
import { resultOf } from '../../src/report/result/result.ts';
import { profileMaker } from '../bench/profiles.ts';
import { succeed } from '../support/inline.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

const TOOL = { name: 'duibiao', version: '0.0.0' };

const textOf = (audit: Audit): string => {
  const buffer = makeLineBuffer(new ArrayBuffer(16));
  buffer.add(sink => writeResult(audit, TOOL, sink));
  return Buffer.from(buffer.lines()).toString().trimEnd();
};

/** Where two long texts part. */
const difference = (a: string, b: string): string | undefined => {
  if (a === b) return undefined;
  const at = [...a].findIndex((_, index) => a[index] !== b[index]);
  return `${a.slice(at - 60, at + 60)} ≠ ${b.slice(at - 60, at + 60)}`;
};

const expectSame = (audit: Audit): void =>
  expect(difference(textOf(audit), JSON.stringify(resultOf(audit, TOOL)))).toBeUndefined();

const settings = succeed(await openSettings({ scheme: 'default', asOf: '2026-11-20' }));

const packs = (await Promise.all(settings.library.packIds().map(id => settings.library.pack(id)))).map(succeed);

const binding = packs.flatMap(pack =>
  LEVELS.filter(level => pack.levels[level] !== undefined).map(level => ({ pack, level, name: `${pack.id} ${level}` })),
);

const auditsOf = async (
  inputs: readonly { readonly file: string; readonly text?: string }[],
  more = {},
): Promise<Audit[]> => {
  const found: Audit[] = [];
  const { library, vocabulary, stream } = settings;
  const sources = inputs.map(({ file, text }) => ({
    file,
    ...(text !== undefined && { content: { ok: true as const, value: Buffer.from(text), warnings: [] } }),
  }));
  for await (const event of auditInputs(sources, library, vocabulary, { ...stream, ...more }))
    if (event.kind === 'audit') found.push(event.audit);
  return found;
};

describe('a line of results', () => {
  it.each(WORKED)('says of the scorecard %s what the published result says', name => {
    for (const [, audit] of workedAudits(name)) expectSame(audit);
  });

  it.each(binding)('says of $name what the published result says', async ({ pack, level }) => {
    const make = profileMaker(pack, level);
    const inputs = Array.from({ length: 25 }, (_, number) => ({
      file: `报送/${number}号 "表".json`,
      text: JSON.stringify(make(number), null, number % 2),
    }));
    const audits = await auditsOf(inputs, { packs: [pack.id] });
    expect(audits.length).toBe(inputs.length);
    audits.forEach(expectSame);
    audits.forEach(expectSame);
  });

  it('says it of cells of workbooks', async () => {
    const audits = await auditsOf([
      { file: 'fixtures/centers/luoshan-qingshiao.xlsx' },
      { file: 'fixtures/excel/county-table.xlsx' },
    ]);
    expect(audits.length).toBeGreaterThan(1);
    audits.forEach(expectSame);
  });

  it('says it of texts that look like its own marks', async () => {
    const marks = ['{"file":"\\u0001","line":0,"column":0}', '\u0001-2', '"findings":[]', '],"value":['];
    const audits = await auditsOf(
      marks.map(mark => ({
        file: `${mark.replaceAll('\u0001', '')}.json`,
        text: JSON.stringify({
          名称: mark,
          县区: '罗山县',
          级别: '乡镇',
          窗口: [{ 种类: `其他：${mark}` }],
          工作台: [{ 名称: mark, 高度: '75cm' }],
        }),
      })),
    );
    expect(audits.length).toBe(marks.length);
    audits.forEach(expectSame);
  });

  it('says it where something is waived', async () => {
    const { stream } = succeed(
      await openSettings({
        scheme: 'default',
        asOf: '2026-11-20',
        pack: ['luan-2022'],
        waivers: ['fixtures/ci/waivers.yaml'],
      }),
    );
    const audits = await auditsOf(
      [{ file: 'fixtures/ci/submissions/hetan.yaml' }, { file: 'fixtures/ci/submissions/yunling.yaml' }],
      stream,
    );
    expect(audits.some(({ findings }) => findings.some(({ waived }) => waived !== undefined))).toBe(true);
    audits.forEach(expectSame);
  });
});
