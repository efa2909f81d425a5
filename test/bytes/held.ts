import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { newFolder } from '../support/folders.ts';
import { FAMILIES, type Family } from './families.ts';
import { produce } from './produce.ts';
import { differences, digestsOf, recorded } from './record.ts';

/** A sample of a family's steps writes the bytes that are recorded. `npm run bytes` holds all of them, by the build. */
export const holds = (family: Family, sample: RegExp): void =>
  it(`${family} come out as they are recorded`, async () => {
    const steps = FAMILIES[family].filter(({ name }) => sample.test(name));
    const folder = newFolder();
    await produce(steps, folder, { main });
    const names = steps.map(({ name }) => `${name}/`);
    const held = [...recorded(family)].filter(([file]) => names.some(name => file.startsWith(name)));
    expect(differences(new Map(held), digestsOf(folder))).toEqual([]);
  });
