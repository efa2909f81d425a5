import { describe, expect, it } from 'vitest';
import { withExamples } from '../../src/authoring/prove/examples.ts';
import { latestDay } from '../../src/authoring/prove/exemplar.ts';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import { buildForm, clausesOf } from '../../src/forms/form.ts';
import type { MapEntry, MapNode } from '../../src/model/base/source.ts';
import { LEVELS } from '../../src/model/profile/profile.ts';
import { factsIn } from '../../src/model/standard/expression.ts';
import { type Pack, rulesFor } from '../../src/model/standard/pack.ts';
import { settlePack } from '../../src/model/standard/reading.ts';
import type { FieldDefinition } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';

const library = shippedLibrary();
const summaries = await library.summaries();
const packs = (await Promise.all(summaries.map(({ id }) => library.pack(id)))).flatMap(pack =>
  pack.ok ? [pack.value] : [],
);
/** A pack of which every rule that can be read otherwise is. */
const readOtherwise = (pack: Pack): Pack => {
  const settled = pack.rules.flatMap(({ id, readings = [] }) =>
    readings.filter(({ names }) => names === undefined).map(({ id: reading }) => [id, reading] as const),
  );
  const decided = { by: '样例局', on: '2026-03-01' };
  return settlePack(pack, Object.fromEntries(settled.map(([id, reading]) => [id, { reading, ...decided }])));
};

const cases = packs.flatMap(pack =>
  LEVELS.filter(level => pack.levels[level] !== undefined).flatMap(level => [
    { id: pack.id, level, read: 'as stated', pack },
    { id: pack.id, level, read: 'as it can be read otherwise', pack: readOtherwise(pack) },
  ]),
);

const place = { file: 'form', line: 1, column: 1 };

const entryOf = ({ id, example }: FieldDefinition): MapEntry[] =>
  example === undefined
    ? []
    : [{ key: id, keyLocation: place, value: { kind: 'scalar', text: example, value: example, location: place } }];

describe.each(cases)('the form of $id, $level, read $read', ({ pack, level }) => {
  const exampled = withExamples(pack, level);
  const { sections, checklists } = buildForm([{ pack: exampled, level }], level, []);
  const fields = [...sections, ...checklists].flatMap(section => section.fields);
  const asked = new Set(fields.map(({ definition }) => definition.id));

  it('asks one thing once, and cites every clause of the rules that ask it', () => {
    expect(asked.size).toBe(fields.length);
    for (const field of fields) {
      const asking = rulesFor(pack, level).filter(
        ({ when, require, noDuty }) =>
          !noDuty && [require, ...(when ? [when] : [])].some(side => factsIn(side).includes(field.definition.id)),
      );
      const cited = clausesOf(field, [{ pack, level }]).split('、');
      expect(cited, field.definition.id).toEqual(expect.arrayContaining(asking.flatMap(({ clause }) => clause)));
    }
  });

  it('asks nothing that the standard, so read, does not', () => {
    const [idle, binding] = [true, false].map(noDuty =>
      rulesFor(pack, level)
        .filter(rule => (rule.noDuty ?? false) === noDuty)
        .flatMap(({ when, require }) => [require, ...(when ? [when] : [])].flatMap(factsIn)),
    );
    expect(idle?.filter(id => asked.has(id) && !binding?.includes(id))).toEqual([]);
  });

  it('filled in with its own examples meets the standard', () => {
    const entries = exampled.vocabulary.facts
      .filter(fact => asked.has(fact.id))
      .flatMap(fact => (fact.type === 'records' ? [] : entryOf(fact)));
    const root: MapNode = { kind: 'map', entries, location: place };
    const { profile, problems } = readDeclarations({ path: 'form', sha256: '' }, root, exampled.vocabulary);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rules = rulesFor(pack, level);
    const asOf = latestDay(rules);
    const failed = rules
      .filter(({ obligation }) => obligation !== 'may')
      .filter(rule => evaluateRule(rule, { profile, asOf }).outcome === 'fail')
      .map(({ id }) => id);
    expect(failed).toEqual([]);
  });

  it('has rows of lists that can be read', () => {
    const lists = exampled.vocabulary.facts.flatMap(fact => (fact.type === 'records' ? [fact] : []));
    const entries = lists.map(({ id, fields: own }): MapEntry => {
      const item: MapNode = { kind: 'map', entries: own.flatMap(entryOf), location: place };
      return { key: id, keyLocation: place, value: { kind: 'list', items: [item], location: place } };
    });
    const root: MapNode = { kind: 'map', entries, location: place };
    const { problems } = readDeclarations({ path: 'form', sha256: '' }, root, exampled.vocabulary);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names no county but its own', () => {
    const others = packs.filter(({ counties }) => !counties.some(name => pack.counties.includes(name)));
    const names = others.flatMap(({ counties }) => counties);
    const told = fields.map(({ definition }) => ('example' in definition ? (definition.example ?? '') : ''));
    for (const name of names) expect(told.filter(text => text.includes(name))).toEqual([]);
  });
});
