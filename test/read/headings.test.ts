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
