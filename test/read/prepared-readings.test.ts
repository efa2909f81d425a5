import { expect, it } from 'vitest';
import { readings } from '../../src/model/standard/reading.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { type PreparedRule, prepareRule, revivedRule } from '../../src/read/pack/prepared-library.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();

it.each(library.packIds())(
  'the readings of %s are what they were, and share with their rules what they keep',
  async id => {
    const { rules } = succeed(await library.pack(id));
    const revived = rules.map(rule => revivedRule(JSON.parse(JSON.stringify(prepareRule(rule))) as PreparedRule));
    // In one order too: the texts of a standard have a digest.
    expect(JSON.stringify(revived)).toBe(JSON.stringify(rules));
    expect(revived.map(rule => readings(rule).map(other => other.id))).toEqual(
      rules.map(rule => readings(rule).map(other => other.id)),
    );
  },
);
