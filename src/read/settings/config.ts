import { dirname, isAbsolute, join, relative } from 'node:path';
import * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem } from '../../model/base/problem.ts';
import { nearest, type SourceNode } from '../../model/base/source.ts';
import type { Lang } from '../../model/base/text.ts';
import { FAIL_ON, type Gate } from '../../model/finding/gate.ts';
import { parseFile } from '../pack/rule-files.ts';
import { readShape } from '../shape.ts';
import type { Settled } from './readings.ts';

const words = z.string().trim().min(1);

/** `duibiao.yaml`: what holds for every submission of a repository. */
export const configSchema = z.strictObject({
  lang: z.enum(['zh', 'en']).describe('语言；命令行的 --lang 优先 · language; --lang goes before it').exactOptional(),
  packs: z.array(words).min(1).describe('标准：编号或文件夹 · rule packs, by id or folder').exactOptional(),
  standards: words.describe('存放本县标准（规则包）的文件夹 · folder of rule packs of your own').exactOptional(),
  scheme: words.describe('计分方案：编号或文件 · score scheme, by id or file').exactOptional(),
  gate: z
    .strictObject({
      fail_on: z.enum(FAIL_ON).describe('什么算不通过 · what fails the gate').exactOptional(),
      min_score: z.number().describe('最低分 · lowest score that passes').exactOptional(),
    })
    .describe('门槛 · what a submission has to meet')
    .exactOptional(),
  outputs: z.array(words).min(1).describe('报告：格式或 格式=文件 · reports: FORMAT or FORMAT=FILE').exactOptional(),
  source: words.describe('文件原文，或存放原文的文件夹 · copies of the documents').exactOptional(),
  waivers: z
    .union([words, z.array(words).min(1)])
    .describe('豁免文件 · files of waivers')
    .exactOptional(),
  readings: z
    .record(
      words,
      z.strictObject({
        reading: words.describe('采用的读法：packs readings 列出的编号，as-stated 为原读法 · the reading in force'),
        named: words.describe('文件没有给、由本县定的数，如“3个工作日” · what the county names').exactOptional(),
        by: words.describe('谁定的 · who decided'),
        on: z.iso.date().describe('哪天定的 · on which day'),
      }),
    )
    .describe(
      '条款有两种读法时本县的决定：规则编号（或 标准包/规则编号）→ 读法 · how the county reads rules that can be read otherwise',
    )
    .exactOptional(),
});

/** A setting with the place that says so. */
export interface Setting<T> {
  readonly value: T;
  readonly location: Location;
}

/** Settings of a repository; paths in them are taken from the folder of the file. */
export interface Config {
  readonly file: string;
  readonly lang?: Setting<Lang>;
  readonly packs?: Setting<readonly string[]>;
  readonly standards?: Setting<string>;
  readonly scheme?: Setting<string>;
  readonly failOn?: Setting<Gate['failOn']>;
  readonly minScore?: Setting<number>;
  readonly outputs?: Setting<readonly Setting<string>[]>;
  readonly source?: Setting<string>;
  readonly waivers?: Setting<readonly string[]>;
  readonly readings?: Setting<readonly Settled[]>;
}

const fromHere = (file: string, path: string): string => {
  if (isAbsolute(path)) return path;
  const joined = join(dirname(file), path);
  return isAbsolute(joined) ? relative('', joined) || '.' : joined;
};

const isPath = (name: string): boolean => /[\\/]|^\.|\.ya?ml$/u.test(name);

const readConfig = (file: string, root: SourceNode): Loaded<Config> => {
  const problems: Problem[] = [];
  const raw = readShape(configSchema, root, problems) ?? {};
  const at = <T>(value: T, ...path: PropertyKey[]): Setting<T> => ({ value, location: nearest(root, path).location });
  const rebase = (name: string): string => (isPath(name) ? fromHere(file, name) : name);
  const { lang, packs, standards, scheme, gate = {}, outputs, source, waivers, readings } = raw;
  const ownOutputs = outputs?.map((text, index) => at(rebaseOutput(file, text), 'outputs', index));
  const ownWaivers = waivers && [waivers].flat().map(path => fromHere(file, path));
  return loaded(problems, () => ({
    file,
    ...(lang && { lang: at(lang, 'lang') }),
    ...(packs && { packs: at(packs.map(rebase), 'packs') }),
    ...(standards !== undefined && { standards: at(fromHere(file, standards), 'standards') }),
    ...(scheme !== undefined && { scheme: at(rebase(scheme), 'scheme') }),
    ...(gate.fail_on && { failOn: at(gate.fail_on, 'gate', 'fail_on') }),
    ...(gate.min_score !== undefined && { minScore: at(gate.min_score, 'gate', 'min_score') }),
    ...(ownOutputs && { outputs: at(ownOutputs, 'outputs') }),
    ...(source !== undefined && { source: at(fromHere(file, source), 'source') }),
    ...(ownWaivers && { waivers: at(ownWaivers, 'waivers') }),
    ...(readings && {
      readings: at(
        Object.entries(readings).map(([rule, settled]) => ({
          rule,
          ...settled,
          location: nearest(root, ['readings', rule]).location,
        })),
        'readings',
      ),
    }),
  }));
};

/** `sarif=reports/a.sarif` or `a.sarif`; a bare format has no file, nor has `sarif=-`. */
const rebaseOutput = (file: string, text: string): string => {
  const [format = '', path] = text.split(/=(.*)/su);
  if (path !== undefined && path !== '-') return `${format}=${fromHere(file, path)}`;
  return text.includes('.') ? fromHere(file, text) : text;
};

export const loadConfig = async (file: string): Promise<Loaded<Config>> => {
  const shown = relative('', file) || file;
  const parsed = await parseFile(file, shown);
  return parsed.ok ? readConfig(shown, parsed.value.node) : parsed;
};
