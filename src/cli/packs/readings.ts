import { TOLD, type Told } from '../../report/told/index.ts';
import { flat } from '../../tell/list.ts';
import { openReadings, readingsList, tellReadings } from '../../tell/readings.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { put, readRequests, show } from '../show.ts';
import type { Terminal } from '../terminal.ts';
import { openPacks, type PackOptions } from './open.ts';

export interface ReadingsOptions extends PackOptions {
  /** A format, or a file by whose ending it is known. */
  readonly output?: string;
}

/** Data beside documents and lists. */
const FORMATS = { ...TOLD, json: { endings: ['.json'] } } as const;

/** What can be read in more than one way, for the county to settle. */
export const readingsCommand = async (
  ids: readonly string[],
  options: ReadingsOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang, output = 'terminal' } = options;
  const requests = readRequests([output], FORMATS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const opened = await openPacks(ids, options);
  const problems = opened.flatMap(({ pack }) => (pack.ok ? [] : pack.problems));
  if (problems.length > 0) return refuse(problems, lang, terminal);
  const packs = opened.flatMap(({ pack }) => (pack.ok ? [pack.value] : []));
  const list = readingsList(packs, lang);
  const told: Told = {
    lang,
    document: () => tellReadings(packs, lang),
    sheets: () => [{ ...flat(list), name: list.title }],
    rows: () => flat(list),
  };
  const json = () =>
    openReadings(packs).map(({ pack, rule, reading: { asked, ...reading } }) => ({
      pack: pack.id,
      rule: rule.id,
      clause: rule.clause,
      obligation: rule.obligation,
      title: rule.title,
      reading: { ...reading, ...(asked && { levels: asked.levels, obligation: asked.obligation }) },
    }));
  for (const { format, ...rest } of requests)
    if (format === 'json') put(`${JSON.stringify(json(), null, 2)}\n`, rest.file, terminal);
    else await show(told, [{ format, ...rest }], terminal);
  return EXIT.passed;
};
