import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_TALLY, type Tally } from '../../src/batch/files/journal.ts';
import { watchProgress } from '../../src/cli/batch/progress.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Lang } from '../../src/model/base/text.ts';

afterEach(() => vi.restoreAllMocks());

/** What is shown of so many documents after so many milliseconds, where the first was done at the start. */
const shownAfter = (
  time: number,
  documents: number,
  total: number | undefined,
  { lang = 'zh', tally = {} }: { readonly lang?: Lang; readonly tally?: Partial<Tally> } = {},
): string => {
  const said: string[] = [];
  const now = vi.spyOn(performance, 'now');
  const terminal = { isWatched: true, status: (text: string) => void said.push(text) } as unknown as Terminal;
  const line = watchProgress(terminal, total, lang);
  for (const [at, done] of [[1, 1] as const, [1 + time, documents] as const]) {
    now.mockReturnValue(at);
    line.show({ documents: done, tally: { ...NO_TALLY, ...(done === 1 ? {} : tally) } } as Parameters<
      typeof line.show
    >[0]);
  }
  return said.at(-1) ?? '';
};

describe('the progress of a batch', () => {
  it.each([
    [1000, 101, 201, '101/201 份，每秒 100，约剩 1 秒；不通过 0，拒收 0'],
    [1000, 11, 600, '11/600 份，每秒 10，约剩 59 秒；不通过 0，拒收 0'],
    [1000, 11, 606, '11/606 份，每秒 10，约剩 1 分 0 秒；不通过 0，拒收 0'],
    [1000, 11, 611, '11/611 份，每秒 10，约剩 1 分 0 秒；不通过 0，拒收 0'],
    [1000, 11, 1206, '11/1206 份，每秒 10，约剩 2 分 0 秒；不通过 0，拒收 0'],
    [1000, 11, 1300, '11/1300 份，每秒 10，约剩 2 分 9 秒；不通过 0，拒收 0'],
    [2000, 2, 10, '2/10 份，每秒 1；不通过 0，拒收 0'],
    [1000, 2, 3, '2/3 份，每秒 1，约剩 1 秒；不通过 0，拒收 0'],
    [198, 11, 20, ''],
    [199, 11, 20, '11/20 份，每秒 50，约剩 1 秒；不通过 0，拒收 0'],
  ])('after %d ms with %d of %d', (time, documents, total, said) => {
    expect(shownAfter(time, documents, total)).toBe(said);
  });

  it('is shown no oftener than a fifth of a second', () => {
    const shown: number[] = [];
    const now = vi.spyOn(performance, 'now');
    const times = [300, 400, 499, 500, 650, 700];
    const terminal = { isWatched: true, status: () => void shown.push(performance.now()) } as unknown as Terminal;
    const line = watchProgress(terminal, 10, 'zh');
    for (const [documents, time] of times.entries()) {
      now.mockReturnValue(time);
      line.show({ documents, tally: NO_TALLY } as Parameters<typeof line.show>[0]);
    }
    expect(shown).toEqual([300, 500, 700]);
  });

  it('counts centres where the number of documents says nothing', () => {
    const tally = { audited: 30, rejected: 11, failed: 4, broken: 2 };
    expect(shownAfter(1000, 2, undefined, { tally })).toBe('41 份，每秒 40；不通过 4，拒收 13');
    expect(shownAfter(1000, 2, 10, { tally, lang: 'en' })).toBe('2/10, 1/s, 8 s left; 4 failed, 13 rejected');
    expect(shownAfter(1000, 3, 200, { lang: 'en' })).toBe('3/200, 2/s, 1 min 39 s left; 0 failed, 0 rejected');
    expect(shownAfter(1000, 2, undefined, { tally, lang: 'en' })).toBe('41, 40/s; 4 failed, 13 rejected');
  });
});
