import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditInputs } from '../../src/audit/inputs.ts';
import { openSettings } from '../../src/cli/audit/settings.ts';
import { batchCommand } from '../../src/cli/batch/batch.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import { COMPARED_SCORECARD } from '../support/compared.ts';
import { givenBy, linesOf, newFolder, put, timingOf } from '../support/folders.ts';
import { runs } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { scoreRound } from '../support/score-round.ts';
import { run } from '../support/tool.ts';

const DAY = '2026-11-20';

/** A standard of a few rules: what is compared is of the scorecard's own. */
const PACK = resolve('fixtures/packs/qingyuan-2024');

const SILENT: Terminal = { out: () => undefined, err: () => undefined, columns: 80, color: false, isTTY: false };

/** A centre as far as it is compared; what is hidden is not declared. */
const centre = fc.record({
  山区村: fc.constantFrom('是', '否', undefined),
  办件量: fc.option(
    fc.nat(4).map(hundreds => hundreds * 100),
    { nil: undefined },
  ),
  办理天数: fc.option(
    fc.nat(4).map(days => `${days}天`),
    { nil: undefined },
  ),
  网办率: fc.option(
    fc.nat(5).map(fifths => `${fifths * 20}%`),
    { nil: undefined },
  ),
  投诉数: fc.constantFrom(0, 3, 6),
  回复数: fc.constantFrom(0, 2, 3),
});

const lineOf = (facts: object, number: number): string =>
  JSON.stringify({ 便民服务中心名称: `${number}镇便民服务中心`, 县区: '青源县', 级别: '乡镇', ...facts });

interface ResultLine {
  readonly score: { readonly low: number; readonly high: number };
  readonly scorecard: {
    readonly rows: readonly { readonly id: string; readonly low: number; readonly high: number }[];
  };
}

const pointsOf = (line: string) => {
  const { score, scorecard } = JSON.parse(line) as ResultLine;
  return [[score.low, score.high], ...scorecard.rows.map(({ id, low, high }) => [id, low, high])];
};

const pointsIn = ({ low, high, items }: ScorecardResult) => [
  [Number(low.points), Number(high.points)],
  ...items.map(row => [row.item, Number(row.low.points), Number(row.high.points)]),
];

const setUp = (): { readonly folder: string; readonly scheme: string } => {
  const folder = newFolder();
  put(folder, '评分表.yaml', COMPARED_SCORECARD);
  return { folder, scheme: join(folder, '评分表.yaml') };
};

describe('rows compared over a batch', () => {
  it('come out as when all centres are scored together', async () => {
    const { folder, scheme } = setUp();
    const options = { pack: [PACK], asOf: DAY, level: 'township', scheme } as const;
    const { library, vocabulary, stream } = succeed(await openSettings(options));
    await fc.assert(
      fc.asyncProperty(fc.array(centre, { minLength: 1, maxLength: 6 }), async centres => {
        const file = join(folder, '报送.jsonl');
        writeFileSync(file, `${centres.map(lineOf).join('\n')}\n`);
        const entrants = [];
        for await (const event of auditInputs([{ file }], library, vocabulary, stream))
          if (event.kind === 'audit' && event.audit.scorecard?.found)
            entrants.push({ id: '', found: event.audit.scorecard.found });
        expect(entrants).toHaveLength(centres.length);
        const together = scoreRound(entrants, stream.scheme.scorecard?.passes ?? 0);
        const output = join(folder, '出');
        const asked = { ...options, output, lang: 'zh', duplicates: 'latest', failOn: 'must', quiet: true } as const;
        await batchCommand([file], asked, () => false, SILENT);
        expect(linesOf(join(output, 'results.jsonl')).map(pointsOf)).toEqual(
          together.map(({ result }) => pointsIn(result)),
        );
      }),
      { numRuns: runs(4) },
    );
  }, 3_600_000);
});

describe('a batch with such rows', () => {
  let folder = '';
  const batch = (...words: readonly string[]) =>
    run(['batch', ...words, '--scheme', '评分表.yaml', '--as-of', DAY, '--pack', PACK, '--no-config'], {
      cwd: folder,
    });
  const centres = fc.sample(centre, { seed: 7, numRuns: 9 });

  beforeAll(async () => {
    ({ folder } = setUp());
    centres.forEach((facts, number) => {
      put(folder, `报送/${number}.yaml`, lineOf(facts, number));
    });
    await batch('报送', '-o', '一次');
  });

  it('gives the same bytes with several workers, and in parts that are merged', async () => {
    const parts = await Promise.all(
      [1, 2].map(index => batch('报送', '-o', `部${index}`, '--shard', `${index}/2`, '--workers', `${index}`)),
    );
    expect(parts[0]?.err).toContain('merge 合并各份时才能定');
    await run(['merge', '部1', '部2', '-o', '合'], { cwd: folder });
    expect(givenBy(join(folder, '合'))).toEqual(givenBy(join(folder, '一次')));
    const elsewhere = newFolder();
    for (const part of ['部1', '部2']) cpSync(join(folder, part), join(elsewhere, part), { recursive: true });
    const refused = await run(['merge', '部1', '部2', '-o', '合'], { cwd: elsewhere });
    expect(refused.code).toBe(3);
  });

  it('is verified but for what hangs on the others', async () => {
    const verify = () =>
      run(['verify', '一次', '--scheme', '评分表.yaml', '--standards', dirname(PACK)], { cwd: folder });
    const { code, out } = await verify();
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`共核对 ${centres.length} 份：相同 ${centres.length}，不同 0`),
    ]);
    expect(out).toContain('与其他中心比较得出的计分不能单独重算，没有核对');
  });

  it('audits nothing again while nothing changes, and all when one figure does', async () => {
    const [changed] = centres;
    cpSync(join(folder, '一次'), join(folder, '再'), { recursive: true });
    await batch('报送', '-o', '再');
    expect(timingOf(join(folder, '再'))).toMatchObject({ audited: 0, unchanged: centres.length });
    expect(givenBy(join(folder, '再'))).toEqual(givenBy(join(folder, '一次')));
    const before = readFileSync(join(folder, '报送', '0.yaml'));
    put(folder, '报送/0.yaml', lineOf({ ...changed, 山区村: '是', 办件量: 999 }, 0));
    await batch('报送', '-o', '再');
    await batch('报送', '-o', '从头');
    expect(timingOf(join(folder, '再')).audited).toBe(centres.length);
    expect(givenBy(join(folder, '再'))).toEqual(givenBy(join(folder, '从头')));
    put(folder, '报送/0.yaml', before);
  });

  it.each(['pass-1', 'pass-2', '.'])('goes on where it was interrupted: %s', async part => {
    const out = `断${part}`;
    cpSync(join(folder, '一次'), join(folder, out), { recursive: true });
    const work = join(folder, out, '.duibiao');
    const states = ['.', 'pass-1/.duibiao', 'pass-2/.duibiao'].map(name => join(work, name, 'state.json'));
    const stopped = { '.': 0, 'pass-1': 1, 'pass-2': 2 }[part] ?? 0;
    for (const file of states) {
      const state = JSON.parse(readFileSync(file, 'utf8')) as object;
      writeFileSync(file, JSON.stringify({ ...state, finished: file !== states[stopped] }));
    }
    await run(['batch', '--resume', '-o', out, '--no-config'], { cwd: folder });
    expect(givenBy(join(folder, out))).toEqual(givenBy(join(folder, '一次')));
  });

  it('says why standard input will not do, and what a stream of lines leaves open', async () => {
    const line = lineOf(centres[0] ?? {}, 0);
    const words = ['-', '--scheme', '评分表.yaml', '--as-of', DAY, '--pack', PACK, '--no-config'];
    const refused = await run(['batch', ...words, '-o', '管'], { cwd: folder });
    expect(refused).toMatchObject({ code: 64 });
    expect(refused.err).toContain('标准输入只能读一遍');
    const streamed = await run(['batch', ...words, '-o', '-'], { cwd: folder, input: line });
    expect(streamed.err).toContain('只有得分区间');
  });
});
