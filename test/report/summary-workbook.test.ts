import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both } from '../../src/model/base/text.ts';
import type { CenterRow, FrameSummary, Summary } from '../../src/model/result/summary.ts';
import { inflate, newBudget, openZip } from '../../src/sheets/read/zip.ts';
import { zipWriter } from '../../src/sheets/write/zip.ts';
import type { RejectedProblem } from '../../src/tell/summary/absent.ts';
import { sampleRows, sampleSummary, summarize } from '../support/batches.ts';
import { cellsIn, listIn, openBook, sheetOf, shownIn, summaryBook } from '../support/books.ts';
import { calculator } from '../support/formulas.ts';
import { runs } from '../support/hunt.ts';

const only = ({ frames: [frame] }: Summary): FrameSummary => {
  if (frame === undefined) throw new Error('no frame');
  return frame;
};

const COUNTS = { documents: 30, audited: 30, rejected: 1, superseded: 0 };

const rejection: RejectedProblem = {
  kind: 'rejected',
  file: '坏.yaml',
  code: 'empty-file',
  message: { zh: '文件是空的', en: 'the file is empty' },
  location: { file: '坏.yaml', line: 1, column: 1 },
};

const ROSTER: NonNullable<Summary['roster']> = {
  expected: 32,
  missing: [
    { center: { township: '迟到乡' }, location: { file: 'roster.txt', line: 1, column: 1 }, state: 'not-submitted' },
    {
      center: { township: '破损乡' },
      location: { file: 'roster.txt', line: 2, column: 1 },
      state: 'rejected',
      arrived: { file: '破损.xlsx', line: 1, column: 1 },
    },
  ],
  unlisted: [{ center: { name: '外来站' }, location: { file: 'x.yaml', line: 1, column: 1 } }],
  unclaimed: [{ file: '无名.xlsx', line: 1, column: 1 }],
};

/** Some findings waived, and a centre without a score. */
const mixed = (): Summary => {
  const { rows, frame } = sampleRows(30);
  const changed = rows.map((row, index): CenterRow => {
    if (index === 4) {
      const { score: _, ...rest } = row;
      return rest;
    }
    return index % 5 === 0 ? { ...row, outcomes: row.outcomes.replace('f', 'F').replace('u', 'U') } : row;
  });
  return { ...summarize(changed, [frame], '2024-05-01', COUNTS), roster: ROSTER };
};

/** The same rows under a second standard. */
const twice = (summary: Summary): Summary => {
  const { frame, ...rest } = only(summary);
  const pack = { ...frame.pack, id: 'a-standard-with-a-very-long-name-indeed' };
  const others = (['village', 'sub_center'] as const).map(level => ({ ...rest, frame: { ...frame, level, pack } }));
  return { ...summary, frames: [only(summary), ...others] };
};

const unpacked = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map([...openZip(bytes).values()].map(entry => [entry.name, Buffer.from(inflate(entry, newBudget())).toString()]));

const rejected = { problems: [rejection], total: 1 };

describe('the summary workbook', () => {
  it.each(['zh', 'en'] as const)('has formulas that give what stands beside them (%s)', async lang => {
    const workbook = await openBook(summaryBook(lang === 'zh' ? twice(mixed()) : mixed(), { lang, rejected }));
    const compute = calculator(workbook);
    const formulas = cellsIn(workbook).filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(lang === 'zh' ? 500 : 200);
    for (const cell of formulas) {
      const result = shownIn(cell);
      expect([cell.address, compute(cell.worksheet.name, cell.address) || '']).toEqual([cell.address, result || '']);
    }
  });

  it('ranks as the program does, ties and centres without a score included', async () => {
    const summary = mixed();
    const list = listIn(sheetOf(await openBook(summaryBook(summary)), '排名'), '名次');
    const { centers } = only(summary);
    expect(list.map(row => row.中心)).toHaveLength(centers.length);
    for (const { row, rank, tied, counts, mustFailures } of centers) {
      const found = list.find(each => each.中心 === row.center.name) ?? {};
      expect(found).toMatchObject({
        名次: rank ?? '—',
        得分: row.score === undefined ? '—' : Number(row.score.low),
        可达: row.score === undefined ? '—' : Number(row.score.high),
        符合: counts.pass,
        不符合: counts.fail,
        '“应当”不符合': mustFailures.length,
        申报文件: row.location.file,
      });
      expect(found.并列 === '并列').toBe(tied);
    }
    const ranks = list.map(row => (typeof row.名次 === 'number' ? row.名次 : 999));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('marks every finding of every centre by a sign and a colour, what is waived without one', async () => {
    const summary = mixed();
    const sheet = sheetOf(await openBook(summaryBook(summary)), '逐条矩阵');
    const signs: Readonly<Record<string, string>> = { p: '√', f: '×', u: '?', n: '-' };
    const { frame, centers } = only(summary);
    const fills = new Map<string, string>();
    for (let row = 9; row < 9 + centers.length; row++) {
      const name = sheet.getCell(row, 2).value;
      const outcomes = centers.find(({ row: { center } }) => center.name === name)?.row.outcomes ?? '';
      frame.rules.forEach(({ title }, rule) => {
        const column = 5 + rule;
        const letter = outcomes[rule] ?? '';
        const cell = sheet.getCell(row, column);
        expect(sheet.getCell(8, column).value).toBe(title.zh);
        expect(cell.value).toBe((signs[letter.toLowerCase()] ?? '') + (letter === letter.toLowerCase() ? '' : '免'));
        fills.set(letter, JSON.stringify(cell.fill));
      });
    }
    const [plain, waived] = [/[a-z]/u, /[A-Z]/u].map(kind => [...fills].filter(([letter]) => kind.test(letter)));
    expect(new Set(plain?.map(([, fill]) => fill)).size).toBe(plain?.length);
    expect(new Set(waived?.map(([, fill]) => fill))).toEqual(
      new Set([JSON.stringify({ type: 'pattern', pattern: 'none' })]),
    );
  });

  it('names the most failed clauses, what was missed by little and what is missing', async () => {
    const summary = mixed();
    const workbook = await openBook(summaryBook(summary, { rejected }));
    const { rules, frame, missing } = only(summary);
    expect(
      listIn(sheetOf(workbook, '失分条款'), '序号').map(row => [row.要求, row.不符合, row.未定, row.豁免]),
    ).toEqual(
      rules.map(({ rule, counts, waived }) => [frame.rules[rule]?.title.zh, counts.fail, counts.unknown, waived]),
    );
    expect(listIn(sheetOf(workbook, '差一点'), '类别')).toContainEqual(
      expect.objectContaining({ 内容: '办事大厅使用面积', 要求的限值: '200 ㎡', 实际: '195 ㎡', 还差: '5 ㎡' }),
    );
    expect(listIn(sheetOf(workbook, '缺什么'), '序号').map(row => row.未申报的中心)).toEqual(
      missing.map(({ count }) => count),
    );
    expect(listIn(sheetOf(workbook, '各中心缺项'), '名次').map(row => row.缺项数)).toEqual(
      expect.arrayContaining([1, 2]),
    );
    expect(
      listIn(sheetOf(workbook, '未报与拒收'), '类别').map(row => [row.类别, row['乡镇（街道）'], row.文件]),
    ).toEqual([
      ['未报送', '迟到乡', 'roster.txt'],
      ['已报送，被拒收', '破损乡', '破损.xlsx'],
      ['读不出，认不出是谁的', '', '无名.xlsx'],
      ['不在名册上', '', 'x.yaml'],
      ['拒收', '', '坏.yaml'],
    ]);
  });

  it('has sheets of its own for each standard, under names that Excel takes, and links that lead to them', async () => {
    const bytes = summaryBook(twice(mixed()));
    const workbook = await openBook(bytes);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toContain('排名 sample-2024 乡镇');
    expect(names.every(name => name.length <= 31)).toBe(true);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
    const cover = unpacked(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const targets = [...cover.matchAll(/location="'([^']+)'!A1"/gu)].map(([, name]) => name ?? '');
    expect(targets.toSorted()).toEqual(names.slice(1).toSorted());
  });

  it('is all English where that is asked for', async () => {
    const workbook = await openBook(summaryBook(mixed(), { lang: 'en', rejected }));
    const own =
      /样例\d*(?:乡便民服务中心|乡|县)?|第[二三]条(?:\([一二三四]\))?|迟到乡|破损乡|外来站|无名\.xlsx|破损\.xlsx|坏\.yaml|甲台/gu;
    const left = cellsIn(workbook).filter(cell => /\p{Script=Han}/u.test(String(shownIn(cell)).replaceAll(own, '')));
    expect(left.map(cell => shownIn(cell))).toEqual([]);
    expect(workbook.worksheets.every(({ name }) => !/\p{Script=Han}/u.test(name))).toBe(true);
  });

  it('keeps names that look like formulas as texts', async () => {
    const name = (number: number): string => `=HYPERLINK("http://x/${number}";"<&>")`;
    const summary = sampleSummary(6, name);
    const workbook = await openBook(
      summaryBook(summary, { rejected: { problems: [{ ...rejection, file: '+1' }], total: 1 } }),
    );
    const cells = cellsIn(workbook).filter(
      cell => /^[=+\-@]/u.test(String(shownIn(cell))) && cell.formula === undefined,
    );
    expect(cells.filter(cell => String(cell.value).startsWith('=')).length).toBeGreaterThanOrEqual(18);
    for (const cell of cells.filter(({ value }) => value !== '-')) {
      expect(typeof cell.value).toBe('string');
      expect(cell.numFmt).toBe('@');
    }
    const list = listIn(sheetOf(workbook, '排名'), '名次');
    expect(list.map(row => row.中心).toSorted()).toEqual([0, 1, 2, 3, 4, 5].map(name));
  });

  it('lists centres anew where there are too many to hold, and says what it leaves out', async () => {
    const summary = sampleSummary(24);
    const frame = only(summary);
    const counted: Summary = { ...summary, frames: [{ ...frame, count: 60_000, centers: [] }] };
    const workbook = await openBook(summaryBook(counted, { centersOf: () => frame.centers }));
    const ranking = sheetOf(workbook, '排名');
    expect(ranking.getCell('A2').text).toContain('按报送顺序');
    expect(listIn(ranking, '名次').map(row => [row.中心, row.名次])).toEqual(
      frame.centers.map(({ row, rank }) => [row.center.name, rank]),
    );
    expect(sheetOf(workbook, '逐条矩阵').getCell('A2').text).toContain('results.jsonl');
    expect(sheetOf(workbook, '逐条矩阵').columnCount).toBe(1);
    expect(sheetOf(workbook, '各中心缺项').getCell('A2').text).toContain('results.jsonl');
    const without = await openBook(summaryBook(counted));
    expect(sheetOf(without, '排名').getCell('A2').text).toContain('另有 60000 个');
  });

  it('has the vetoes of centres that are too many to hold', async () => {
    const { rows, frame } = sampleRows(3);
    const veto = { title: both('发生事故', 'an accident'), effect: { kind: 'zero' }, truth: 'met' } as const;
    const vetoed = rows.map((row, index) => (index === 1 ? { ...row, card: { cells: [], vetoes: [veto] } } : row));
    const summary = summarize(vetoed, [frame], '2024-05-01', { documents: 3, audited: 3, rejected: 0, superseded: 0 });
    const { centers, ...rest } = only(summary);
    const counted: Summary = { ...summary, frames: [{ ...rest, count: 60_000, centers: [] }] };
    const ranking = sheetOf(await openBook(summaryBook(counted, { centersOf: () => centers })), '排名');
    expect(listIn(ranking, '名次').map(row => row.否决情形)).toEqual(
      centers.map(({ row }) => (row.card ? '发生事故（总分计 0 分）' : '')),
    );
  });

  it('does without centres at all', async () => {
    const workbook = await openBook(summaryBook({ ...sampleSummary(1), frames: [] }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '汇总',
      '失分条款',
      '差一点',
      '缺什么',
      '各中心缺项',
      '未报与拒收',
    ]);
  });

  it('is the same to the byte each time', () => {
    expect(Buffer.compare(summaryBook(mixed()), summaryBook(mixed()))).toBe(0);
  });

  it('can be printed and filtered as it is', async () => {
    const workbook = await openBook(summaryBook(mixed()));
    for (const { name, pageSetup, autoFilter, views } of workbook.worksheets) {
      expect([name, pageSetup.paperSize, pageSetup.fitToPage, pageSetup.fitToHeight]).toEqual([name, 9, true, 0]);
      if (name === '汇总') continue;
      expect([name, pageSetup.orientation]).toEqual([name, 'landscape']);
      expect(autoFilter).toBeTruthy();
      expect(views[0]).toMatchObject({ state: 'frozen' });
    }
    expect(sheetOf(workbook, '排名').pageSetup.printTitlesRow).toBe('4:4');
  });
});

describe('a zip file that is written piece by piece', () => {
  it('gives back what went in', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(2), (entries, repeats) => {
        const pieces: Uint8Array[] = [];
        const zip = zipWriter(piece => void pieces.push(piece));
        const contents = entries.map(texts => texts.join('').repeat(10 ** repeats));
        contents.forEach((content, index) => {
          const entry = zip.entry(`部分${index}.xml`);
          for (let at = 0; at < content.length; at += 70_000) entry.write(content.slice(at, at + 70_000));
          entry.end();
        });
        zip.end();
        expect([...unpacked(Buffer.concat(pieces))]).toEqual(
          contents.map((content, index) => [`部分${index}.xml`, content]),
        );
      }),
      { numRuns: runs(12) },
    );
  });
});
