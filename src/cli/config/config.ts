import type { Command } from 'commander';
import { formatLocation } from '../../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Config, Setting } from '../../read/settings/config.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { outLine, type Terminal } from '../terminal.ts';
import { configOf } from './apply.ts';

/** A setting in the order of `duibiao.yaml`, with the option that it stands in for. */
interface Row {
  readonly key: string;
  readonly option: string;
  readonly flag: string;
  readonly setting: (config: Config) => Setting<unknown> | undefined;
  /** What holds where nothing is said. */
  readonly unsaid: Bilingual;
}

const NONE = both('未设', 'not set');

const ROWS: readonly Row[] = [
  {
    key: 'lang',
    option: 'lang',
    flag: '--lang',
    setting: config => config.lang,
    unsaid: NONE,
  },
  {
    key: 'packs',
    option: 'pack',
    flag: '--pack',
    setting: config => config.packs,
    unsaid: both('按县区、级别和日期自动选用', 'chosen by county, level and date'),
  },
  { key: 'standards', option: 'standards', flag: '--standards', setting: config => config.standards, unsaid: NONE },
  {
    key: 'scheme',
    option: 'scheme',
    flag: '--scheme',
    setting: config => config.scheme,
    unsaid: both('标准自带的；没有就用 default', "the pack's own; else default"),
  },
  { key: 'gate.fail_on', option: 'failOn', flag: '--fail-on', setting: config => config.failOn, unsaid: NONE },
  { key: 'gate.min_score', option: 'minScore', flag: '--min-score', setting: config => config.minScore, unsaid: NONE },
  {
    key: 'outputs',
    option: 'output',
    flag: '--output',
    setting: config => config.outputs,
    unsaid: both('在终端显示', 'the terminal'),
  },
  { key: 'source', option: 'source', flag: '--source', setting: config => config.source, unsaid: NONE },
  { key: 'waivers', option: 'waivers', flag: '--waivers', setting: config => config.waivers, unsaid: NONE },
  { key: 'readings', option: 'readings', flag: '', setting: config => config.readings, unsaid: NONE },
];

const flow = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(item => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);

const sourceOf = (row: Row, command: Command, config: Config | undefined, lang: Lang): string => {
  const source = command.getOptionValueSource(row.option);
  if (source === 'cli') return row.flag;
  const setting = config && row.setting(config);
  if (source === 'config' && setting !== undefined) return formatLocation(setting.location);
  return { zh: '默认', en: 'default' }[lang];
};

const line = (row: Row, command: Command, config: Config | undefined, lang: Lang): string => {
  const value: unknown = command.opts()[row.option];
  const [section, name] = row.key.split('.');
  const key = name === undefined ? section : `  ${name}`;
  const source = sourceOf(row, command, config, lang);
  if (value === undefined) return `# ${key}: ${row.unsaid[lang]} (${source})`;
  return `${`${key}: ${flow(value)}`.padEnd(WIDTH)} # ${source}`;
};

const WIDTH = 40;

/** Every setting that holds here, as a settings file, with the place that each comes from. */
const listing = (command: Command, config: Config | undefined, lang: Lang): readonly string[] =>
  ROWS.flatMap(row => {
    const text = line(row, command, config, lang);
    return row.key === 'gate.fail_on' ? ['gate:', text] : [text];
  });

/** Prints the settings in force and where each comes from. */
export const configCommand = async (command: Command, lang: Lang, terminal: Terminal): Promise<ExitCode> => {
  const config = await configOf(command);
  if (!config.ok) return refuse(config.problems, lang, terminal);
  for (const text of listing(command, config.value, lang)) outLine(terminal, text);
  return EXIT.passed;
};
