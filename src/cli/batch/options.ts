import type { BatchState, Command, Shard } from '../../batch/files/state.ts';
import type { DuplicateRule } from '../../batch/run/duplicates.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Gate } from '../../model/finding/gate.ts';
import type { SettingOptions } from '../audit/settings.ts';
import { today } from '../terminal.ts';
import type { EachFormat } from './each.ts';

/** Options that results depend on, and those that say how they are settled. */
export interface RecordedOptions extends Gate, SettingOptions {
  readonly lang: Lang;
  readonly duplicates: DuplicateRule;
  readonly roster?: string;
  readonly shard?: Shard;
  readonly each?: readonly EachFormat[];
}

export interface BatchOptions extends RecordedOptions {
  readonly output: string;
  readonly workers?: number;
  readonly resume?: boolean;
  readonly fresh?: boolean;
  readonly quiet?: boolean;
}

/** Options by which a centre is judged, whoever judges it. */
const JUDGED_BY = [
  ...(['pack', 'standards', 'asOf', 'level', 'scheme', 'waivers', 'readings', 'withoutWaivers', 'onlyNew'] as const),
  ...(['inspection', 'failOn', 'minScore', 'provisional'] as const),
];

const RECORDED = [...JUDGED_BY, ...(['lang', 'duplicates', 'roster', 'shard', 'each'] as const)];

/** Those of some options that were given. */
const given = <O extends object>(options: O, names: readonly (keyof O & string)[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map(name => [name, options[name]] as const).filter(([, value]) => value !== undefined));

export const judgedBy = (options: SettingOptions & Gate) => given(options, JUDGED_BY);

export const recordOf = (inputs: readonly string[], skipped: readonly string[], options: RecordedOptions): Command => ({
  inputs,
  skipped,
  options: given(options, RECORDED),
});

export interface Asked {
  readonly inputs: readonly string[];
  readonly options: BatchOptions;
}

/** What was asked, with today where no day was named. */
export const withToday = ({ inputs, options }: Asked): Asked => ({
  inputs,
  options: { ...options, asOf: options.asOf ?? today() },
});

/** An interrupted run goes on as it was begun, but for what is said anew. */
export const resumeAs = (asked: Asked, state: BatchState | undefined, isSaid: (option: string) => boolean): Asked => {
  if (state === undefined || state.finished) return asked;
  const recorded = Object.entries(state.command.options).filter(([name]) => !isSaid(name));
  return {
    inputs: asked.inputs.length > 0 ? asked.inputs : state.command.inputs,
    options: { ...asked.options, ...Object.fromEntries(recorded) },
  };
};
