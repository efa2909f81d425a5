import type { Command } from 'commander';
import { type Loaded, loaded, problem } from '../../model/base/problem.ts';
import type { Config, Setting } from '../../read/settings/config.ts';
import { findConfig } from '../../read/settings/find-config.ts';
import { REPORTS } from '../../report/index.ts';
import { readRequest } from '../outputs/reports.ts';

/** Each setting, in the order of `duibiao.yaml`, with the option that it stands in for. */
export const STANDS_FOR = [
  ['lang', 'lang'],
  ['packs', 'pack'],
  ['standards', 'standards'],
  ['scheme', 'scheme'],
  ['failOn', 'failOn'],
  ['minScore', 'minScore'],
  ['outputs', 'output'],
  ['source', 'source'],
  ['waivers', 'waivers'],
  ['readings', 'readings'],
] as const satisfies readonly (readonly [setting: keyof Config, option: string])[];

const saidOf = (setting: (typeof STANDS_FOR)[number][0], config: Config, isQuiet: boolean): unknown => {
  if (setting !== 'outputs') return config[setting]?.value;
  const outputs = config.outputs?.value.map(({ value }) => value);
  return isQuiet ? outputs?.filter(text => readRequest(text, REPORTS)?.file !== undefined) : outputs;
};

/** What commands that judge nothing follow. */
const TOLD = ['lang', 'standards', 'readings'];

/** The output of some commands is a folder, and no list of reports. */
const hasOption = (command: Command, name: string): boolean =>
  // Readings are decided in the settings alone, for every command that follows them.
  name === 'readings' ||
  command.options.some(
    option => option.attributeName() === name && (name !== 'output' || /format/u.test(option.flags)),
  );

/** The settings file that a command is to follow; undefined where there is none, or none is wanted. */
export const configOf = async (command: Command): Promise<Loaded<Config | undefined>> => {
  const none = { ok: true, value: undefined, warnings: [] } as const;
  const asked: unknown = command.opts().config;
  if (asked === false) return none;
  const file = typeof asked === 'string' ? asked : findConfig(process.cwd());
  if (file === undefined) return none;
  const { loadConfig } = await import('../../read/settings/config.ts');
  const config = await loadConfig(file);
  if (!config.ok) return config;
  return loaded([...config.warnings, ...(config.value.outputs?.value ?? []).flatMap(checkOutput)], () => config.value);
};

const checkOutput = ({ value, location }: Setting<string>) =>
  readRequest(value, REPORTS) === undefined
    ? [problem('shape', location, { path: value, wanted: { words: Object.keys(REPORTS) } })]
    : [];

/** Lets the settings of the repository stand in for what the command line does not say. */
export const applyConfig = (command: Command, config: Config): void => {
  const isQuiet = command.opts().quiet === true;
  const judges = hasOption(command, 'waivers');
  for (const [setting, name] of STANDS_FOR) {
    if (!judges && !TOLD.includes(name)) continue;
    const value = saidOf(setting, config, isQuiet);
    const source = command.getOptionValueSource(name);
    if (value !== undefined && hasOption(command, name) && (source === undefined || source === 'default'))
      command.setOptionValueWithSource(name, value, 'config');
  }
};
