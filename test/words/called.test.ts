import { describe, expect, it } from 'vitest';
import { both, type Noun } from '../../src/model/base/text.ts';
import { called, calledAll, judged } from '../../src/words/reader.ts';

const noun = (zh: string, en: string, plural?: string): Noun => ({ zh, en, ...(plural !== undefined && { plural }) });

const TEXT = both(
  '便民服务中心没有申报；其他中心',
  'A centre is an odd one; two centres, Centres and sub-centre; an old centre',
);

describe('what is judged', () => {
  it.each([
    [noun('窗口', 'window'), 'A window is an odd one; two windows, Windows and sub-centre; an old window'],
    [noun('机构', 'office'), 'An office is an odd one; two offices, Offices and sub-centre; an old office'],
    [noun('单位', 'agency'), 'An agency is an odd one; two agencies, Agencies and sub-centre; an old agency'],
    [noun('岗位', 'day'), 'A day is an odd one; two days, Days and sub-centre; an old day'],
    [noun('信箱', 'box'), 'A box is an odd one; two boxes, Boxes and sub-centre; an old box'],
    [noun('分支', 'branch'), 'A branch is an odd one; two branches, Branches and sub-centre; an old branch'],
    [noun('人员', 'person', 'people'), 'A person is an odd one; two people, People and sub-centre; an old person'],
    [noun('窗口', '窗口'), 'A 窗口 is an odd one; two 窗口, 窗口 and sub-centre; an old 窗口'],
  ])('is called %j wherever the tool says centre', (subject, en) => {
    expect(called({ subject }, TEXT)).toEqual({ zh: `${subject.zh}没有申报；其他${subject.zh}`, en });
  });

  it('is a centre where it is called no otherwise', () => {
    expect(called({}, TEXT)).toBe(TEXT);
    expect(judged({})).toEqual({ zh: '中心', en: 'centre', several: 'centres' });
    expect(judged({ subject: noun('人员', 'person', 'people') })).toEqual({
      zh: '人员',
      en: 'person',
      several: 'people',
    });
  });

  it('has one word where all have the same', () => {
    const [window, other] = [{ subject: noun('窗口', 'window') }, { subject: noun('人员', 'person') }];
    expect(calledAll([window, window])).toEqual(window);
    expect(calledAll([window, other])).toEqual({});
    expect(calledAll([window, {}])).toEqual({});
    expect(calledAll([{}, window])).toEqual({});
    expect(calledAll([])).toEqual({});
  });
});
