import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../src/read/layouts/headings.ts';
import { some } from '../support/hunt.ts';
import { commonDictionary } from '../support/workbooks.ts';

const dictionary = await commonDictionary();
const headings = headingsOf(dictionary);
const names = dictionary.vocabulary.facts.flatMap(({ label, aliases }) => [label.zh, ...aliases]);

/** How people write the group over a heading. */
const WRITTEN: readonly ((group: string) => string)[] = [
  group => group,
  group => `${group}：`,
  group => `一、${group}`,
  group => `3.${group}`,
  group => `请填写${group}`,
  group => `本中心${group}`,
];

/** A name in two parts, where the first means nothing by itself and the second can head a column. */
const halves = names.flatMap(name =>
  [...name].slice(1).flatMap((_, at) => {
    const [group, text] = [[...name].slice(0, at + 1).join(''), [...name].slice(at + 1).join('')];
    const isTaken = headings.fact(group) !== undefined || headings.theme(group) !== undefined;
    return isTaken || !/^\p{L}/u.test(text) ? [] : [{ name, group, text }];
  }),
);

describe('a name that two rows of headings part', () => {
  it.each(WRITTEN.map(write => [write('大厅'), write] as const))('is known where the upper reads %s', (_, write) => {
    expect(halves.length).toBeGreaterThan(1_000);
    const asked = ({ group, text }: (typeof halves)[number]) => headings.fact(text, write(group))?.definition.id;
    const whole = ({ group, text }: (typeof halves)[number]) => headings.fact(write(group) + text)?.definition.id;
    const lost = some(600, halves).filter(
      half => asked(half) !== (whole(half) ?? headings.fact(half.text)?.definition.id),
    );
    expect(lost).toEqual([]);
    const areas = names.filter(name => headings.fact(name)?.definition.type === 'quantity').map(write);
    const idOf = (heading: ReturnType<typeof headings.fact>) => heading?.definition.id;
    expect(areas.filter(area => idOf(headings.fact('平方米', area)) !== idOf(headings.fact(`${area}平方米`)))).toEqual(
      [],
    );
  });
});

describe('a heading in words of its own', () => {
  it.each([
    ['是否有无障碍通道', 'accessibility.passage'],
    ['有无无障碍通道', 'accessibility.passage'],
    ['残疾人无障碍通道设置情况', 'accessibility.passage'],
    ['便民服务大厅使用面积（㎡）', 'hall.usable_area'],
    ['中心大厅实际使用面积', 'hall.usable_area'],
    ['便民服务大厅功能区设置情况', 'hall.zones'],
    ['功能区划分', 'hall.zones'],
    ['是否为敞开式', 'hall.open_plan'],
    ['党员服务岗是否设置', 'hall.party_member_post'],
    ['是否提供上门服务', 'special_services.home_visits'],
    ['预约服务开展情况', 'special_services.appointments'],
    ['投诉机制建立情况', 'assessment.complaint_mechanism'],
    ['制度建设情况', 'systems.established'],
    ['便民设施配备情况', 'amenities.present'],
    ['窗口工作人员统一着装', 'personnel.uniform'],
    ['中心窗口数', 'window_setup.front_windows'],
    ['中心设立时间', 'center.established_on'],
    ['整合前办事场所数量', 'premises.former_venues'],
    ['大厅面积（平米）', 'hall.usable_area'],
    ['大厅面积（自测）', 'hall.usable_area'],
    ['大厅面积（附照片）', 'hall.usable_area'],
    ['窗口数量（个数）', 'window_setup.front_windows'],
    ['窗口数量（对外）', 'window_setup.front_windows'],
    ['窗口数量（基础指标）', 'window_setup.front_windows'],
  ])('%s asks for %s', (text, id) => {
    expect(headings.fact(text)?.definition.id).toBe(id);
  });

  it.each([
    ['有无空岗', 'whether none is vacant is not whether one is'],
    ['无无障碍通道', 'what there is not'],
    ['功能区设置标准', 'what is asked for'],
    ['制度建设', 'a part of a form'],
    ['进驻部门', 'whose a window or a clerk is'],
    ['窗口设置情况', 'a list of windows is no sentence'],
    ['设置功能区', 'a list is not whether there is one'],
    ['大厅', 'a hall alone'],
    ['中心村数量', 'villages at the centre are not all'],
    ['中心', 'a centre alone'],
    ['大厅面积（设计）', 'what was to be'],
    ['窗口数量（社保）', 'a part'],
    ['窗口数量（百分比）', 'a share of them'],
  ])('%s asks for nothing: %s', text => {
    expect(headings.fact(text)).toBeUndefined();
  });
});
