import type { Command } from 'commander';
import { formatLocation } from '../../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Config } from '../../read/settings/config.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { outLine, type Terminal } from '../terminal.ts';
import { configOf, STANDS_FOR } from './apply.ts';

type Stand = (typeof STANDS_FOR)[number];
type Name = Stand[0];

const NOT_SET = both('未设', 'not set');

/** What holds where nothing is said of a setting. */
const UNSAID: Readonly<Partial<Record<Name, Bilingual>>> = {
  packs: both('按县区、级别和日期自动选用', 'chosen by county, level and date'),
  scheme: both('标准自带的；没有就用 default', "the pack's own; else default"),
  outputs: both('在终端显示', 'the terminal'),
};

/** Settings that stand below `gate:`, the first of them first. */
const OF_GATE: Readonly<Partial<Record<Name, string>>> = { failOn: '  fail_on', minScore: '  min_score' };

const flow = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(item => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);

const sourceOf = ([name, option]: Stand, command: Command, config: Config | undefined, lang: Lang): string => {
  const source = command.getOptionValueSource(option);
  if (source === 'cli') return command.options.find(known => known.attributeName() === option)?.long ?? '';
  const setting = config?.[name];
  if (source === 'config' && setting !== undefined) return formatLocation(setting.location);
  return { zh: '默认', en: 'default' }[lang];
};

const line = (stand: Stand, command: Command, config: Config | undefined, lang: Lang): string => {
  const [name, option] = stand;
  const value: unknown = command.opts()[option];
  const key = OF_GATE[name] ?? name;
  const source = sourceOf(stand, command, config, lang);
  if (value === undefined) return `# ${key}: ${(UNSAID[name] ?? NOT_SET)[lang]} (${source})`;
  return `${`${key}: ${flow(value)}`.padEnd(WIDTH)} # ${source}`;
};

const WIDTH = 40;

/** Every setting that holds here, as a settings file, with the place that each comes from. */
const listing = (command: Command, config: Config | undefined, lang: Lang): readonly string[] =>
  STANDS_FOR.flatMap(stand => {
    const text = line(stand, command, config, lang);
    return stand[0] === 'failOn' ? ['gate:', text] : [text];
  });

/** Prints the settings in force and where each comes from. */
export const configCommand = async (command: Command, lang: Lang, terminal: Terminal): Promise<ExitCode> => {
  const config = await configOf(command);
  if (!config.ok) return refuse(config.problems, lang, terminal);
  for (const text of listing(command, config.value, lang)) outLine(terminal, text);
  return EXIT.passed;
};
