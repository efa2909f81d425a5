import { describe, expect, it } from 'vitest';
import { figureDifferences } from '../../src/authoring/wording/agree-figures.ts';
import { ruleWith } from './support.ts';

/** What a rule asks that a sentence does not say; behind the comma, where the sentence has the figure on another side. */
const differing = (body: string, sentence: string): readonly string[] =>
  figureDifferences(ruleWith(body).rule, sentence).map(({ figure, near }) =>
    near === undefined ? figure : `${figure}, ${near}`,
  );

const AREA = 'require: { hall.area: { at_least: 200 m² } }';
const MORE = 'require: { hall.area: { more_than: 200 m² } }';
const MOST = 'require: { hall.area: { at_most: 200 m² } }';
const BETWEEN = 'require: { hall.rate: { between: [90%, 95%] } }';
const BOARD = 'require: { hall.board: { one_of: [50×70cm] } }';
const HEIGHT = 'require: { every: counters, have: { height: { at_most: 80 cm } }, when_empty: unmet }';
const NOT_LESS = 'require: { not: { hall.area: { less_than: 200 m² } } }';
const SEATS = 'require: { hall.seats: { at_least: 2 } }';
const ONE = 'require: { hall.seats: { at_least: 1 } }';
const SOME = 'require: { hall.seats: { more_than: 0 } }';
const NONE = 'require: { hall.seats: { at_most: 0 } }';
const NAMED = 'require: { hall.zones: { include: { at_least: 2, of: [等候区, 服务区, 自助区] } } }';
const ALL = 'require: { hall.rate: { equals: 100% } }';
const OPENED = 'require: { hall.opened: { by: 2021-11-15 } }';
const DUE = 'require: { hall.clean: yes }\ndue: 2021-11-30';
const FROM = 'require: { hall.clean: yes }\nfrom: 2021-05-01\nuntil: 2021-12-31';
const SHARE = 'require: { hall.seats: { at_least: { fact: hall.windows, times: 0.8 } } }';
const EACH = 'require: { hall.area: { at_least: { each: 6 m², of: hall.windows } } }';

describe('the figures of a rule, held against its sentence', () => {
  it.each<readonly [string, string, string, readonly string[]]>([
    ['the same', AREA, '面积不低于200平方米', []],
    ['the same in another unit', HEIGHT, '高度不超过0.8米', []],
    ['written out', SEATS, '座椅不少于二把', []],
    ['another figure', AREA, '面积不低于120平方米', ['at_least 200 m²']],
    ['another unit', AREA, '长度不低于200米', ['at_least 200 m²']],
    ['the other side', AREA, '面积不超过200平方米', ['at_least 200 m², 积不超过200平方米']],
    ['more than is not at least', MORE, '面积不低于200平方米', ['more_than 200 m², 积不低于200平方米']],
    ['not less is at least', NOT_LESS, '面积不低于200平方米', []],
    ['not less is no most', NOT_LESS, '面积不超过200平方米', ['at_least 200 m², 积不超过200平方米']],
    ['a figure without a side is what there must be', AREA, '大厅面积200平方米', []],
    ['a figure without a side is no most', MOST, '大厅面积200平方米', ['at_most 200 m², 大厅面积200平方米']],
    ['both ends of a range', BETWEEN, '好评率保持在90%-95%', []],
    ['one end of another range', BETWEEN, '好评率保持在90%-98%', ['range 95%']],
    ['a lower end asked as a least', AREA, '面积200-300平方米', []],
    ['a lower end asked as a most', MOST, '面积200-300平方米', ['at_most 200 m², 面积200-300平方米']],
    ['both sides of a size', BOARD, '牌子规格为50×70厘米', []],
    ['the sides of a size turned', BOARD, '牌子规格为70×50厘米', []],
    ['another size', BOARD, '牌子规格为50×50厘米', ['stated 50×70 cm']],
    ['one named is one', ONE, '配备座椅', []],
    ['one where others are counted', ONE, '配备座椅3把', ['at_least 1']],
    ['some named are some', SOME, '配备座椅', []],
    ['two are not named so', SEATS, '配备座椅', ['at_least 2']],
    ['none', NONE, '大厅内不得摆放座椅', []],
    ['none is not said', NONE, '大厅内摆放座椅', ['at_most 0']],
    ['so many of a list', NAMED, '至少设置两个功能区', []],
    ['as many of a list as is not said', NAMED, '至少设置三个功能区', ['at_least 2']],
    ['all', ALL, '好评全覆盖', []],
    ['all is not said', ALL, '好评率较高', ['stated 100%']],
    ['a day', OPENED, '2021年11月15日前启用', []],
    ['a day without its year', OPENED, '11月15日前启用', []],
    ['another day', OPENED, '2021年11月25日前启用', ['at_most 2021-11-15']],
    ['the end of a month that a rule is due by', DUE, '11月底前完成', []],
    ['the end of another month', DUE, '10月底前完成', ['at_most 2021-11-30']],
    ['from when to when', FROM, '2021年5月1日起，2021年12月31日止', []],
    ['until when it holds', FROM, '自2021年5月1日起施行，有效期至2021年12月31日', []],
    ['until another day', FROM, '2021年5月1日起，2021年12月30日止', ['at_most 2021-12-31']],
    ['a share of another fact', SHARE, '座椅不少于窗口数的80%', []],
    ['another share', SHARE, '座椅不少于窗口数的60%', ['at_least 80%']],
    ['so much for each', EACH, '每个窗口不少于6平方米', []],
    ['as much for each as is not said', EACH, '每个窗口不少于8平方米', ['at_least 6 m²']],
  ])('%s', (_, body, sentence, told) => {
    expect(differing(body, sentence)).toEqual(told);
  });
});
