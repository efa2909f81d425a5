import { describe, expect, it } from 'vitest';
import { documentsOf } from '../../src/cli/explain-words.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';
import { shownAs } from '../support/told.ts';

const library = shippedLibrary();
const packs = await Promise.all(library.packIds().map(async id => succeed(await library.pack(id))));

const told = async (word: string, lang: 'zh' | 'en' = 'zh'): Promise<string> =>
  (await Promise.all(documentsOf(word, packs, lang).map(document => shownAs('terminal', document, 100)))).join('\n');

describe('explain finds what is no rule', () => {
  it.each([
    ['a label', '办事大厅使用面积', ['hall.usable_area', '㎡', 'luoshan-2021/hall-usable-area']],
    [
      'an alias, in any width of letters',
      '大厅面积',
      ['办事大厅使用面积  hall.usable_area', 'taojiang-2014/hall-area'],
    ],
    ['a code', 'counters.height', ['台面高度', 'xinhua-2022/counter-height']],
    ['a label in English', 'free mailing', ['amenities.free_mailing', 'luoshan-2021/free-mailing']],
    ['a term', '急救箱', ['amenities.present']],
    ['a word of a title', '绿色通道', ['luan-2022/green-channel', 'special_services.green_channel']],
    ['an English word', 'wheelchair', ['amenities.present']],
  ])('%s', async (_, word, parts) => {
    const text = await told(word);
    for (const part of parts) expect(text).toContain(part);
  });

  it('and tells it in English', async () => {
    expect(await told('免费邮寄', 'en')).toContain('Asked by');
  });

  it('says nothing of what nobody knows', () => {
    expect(documentsOf('zzz', packs, 'zh')).toEqual([]);
    expect(documentsOf('', packs, 'zh')).toEqual([]);
  });
});
