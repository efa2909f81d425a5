import { reasonsOf, valuesOf } from '../../model/base/problem.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { TOLD_AND_DATA, type Told } from '../../report/told/index.ts';
import { flat } from '../../tell/list.ts';
import { openReadings, readingsList, tellReadings } from '../../tell/readings.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { readFormats, show } from '../show.ts';
import { openPacks, type PackOptions } from './open.ts';

export interface ReadingsOptions extends PackOptions {
  /** A format, or a file by whose ending it is known. */
  readonly output?: readonly string[];
}

/** What can be read in more than one way, for the county to settle. */
export const readingsCommand: Act<ReadingsOptions> = async (ids, options, terminal) => {
  const { lang, output = ['terminal'] } = options;
  const requests = readFormats(output, TOLD_AND_DATA, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const opened = (await openPacks(ids, options)).map(({ pack }) => pack);
  const problems = reasonsOf(opened);
  if (problems.length > 0) return refuse(problems, lang, terminal);
  const packs = valuesOf(opened);
  const list = readingsList(packs, lang);
  const told: Told = {
    lang,
    document: () => tellReadings(packs, lang),
    sheets: () => [{ ...flat(list), name: list.title }],
    rows: () => flat(list),
    json: () => `${JSON.stringify(dataOf(packs), null, 2)}\n`,
  };
  return show(told, requests, terminal);
};

const dataOf = (packs: readonly Pack[]) =>
  openReadings(packs).map(({ pack, rule, reading: { asked, ...reading } }) => ({
    pack: pack.id,
    rule: rule.id,
    clause: rule.clause,
    obligation: rule.noDuty ? 'none' : rule.obligation,
    title: rule.title,
    reading: { ...reading, ...(asked && { levels: asked.levels, obligation: asked.obligation }) },
  }));
