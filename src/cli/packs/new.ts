import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newPack, type PackFiles } from '../../authoring/new-pack.ts';
import { fromDocument } from '../../authoring/propose/from-document.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Level } from '../../model/profile/profile.ts';
import { loadTexts } from '../../read/document/open.ts';
import { isFolder } from '../../read/files/files.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { say } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { NO_FOLDER } from './open.ts';

export interface NewOptions {
  readonly lang: Lang;
  readonly county?: string;
  readonly title?: string;
  readonly level?: readonly Level[];
  /** The document, to draft the ledger from. */
  readonly source?: string;
}

const ID = /^[a-z0-9][a-z0-9-]*$/u;

/** Begins a pack in a new folder. */
export const newCommand: Act<NewOptions, [string]> = async (folder, options, terminal) => {
  const { lang } = options;
  const id = basename(folder);
  if (!ID.test(id))
    return misused(
      {
        zh: `文件夹名即编号，只能用小写字母、数字和“-”：${id}`,
        en: `the folder's name is the pack's id: lower-case letters, digits and "-" only, not ${id}`,
      }[lang],
      terminal,
    );
  if (existsSync(folder) && !isFolder(folder)) return misused(NO_FOLDER[lang](folder), terminal);
  const texts = await loadTexts(options.source);
  if (!texts.ok) return refuse(texts.problems, lang, terminal);
  const [source] = texts.value;
  const vocabulary = await shippedLibrary().vocabulary();
  if (!vocabulary.ok) return refuse(vocabulary.problems, lang, terminal);
  const { county = '某县', title = '某县便民服务中心建设方案', level = ['township'] } = options;
  const wanted = { id, county, title, levels: level, lang };
  const found = source && fromDocument(source, wanted, vocabulary.value);
  const files = newPack(wanted, found);
  const there = Object.keys(files).find(name => existsSync(join(folder, name)));
  if (there !== undefined)
    return misused(say(lang, `${folder} 里已经有 ${there}`, `there is a ${there} in ${folder} already`), terminal);
  for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), text);
  terminal.out(nextSteps(folder, files, options));
  return EXIT.passed;
};

const nextSteps = (folder: string, files: PackFiles, { lang, source }: NewOptions): string => {
  const made = Object.keys(files).map(name => `  ${join(folder, name)}\n`);
  const document = shellWord(source ?? say(lang, '原文.txt', 'DOCUMENT.txt'));
  const pack = shellWord(folder);
  const steps = [
    ...('clauses.yaml' in files ? [] : [`duibiao packs trace ${pack} --source ${document} --draft --write`]),
    `duibiao packs lint ${pack}`,
    `duibiao packs test ${pack}`,
    `duibiao packs trace ${pack} --source ${document}`,
    `duibiao packs guide ${pack} --source ${document} -o ${basename(folder)}.html`,
  ];
  return `${made.join('')}${say(lang, '接下来：改写 pack.yaml 和规则，逐句登记 clauses.yaml，然后', 'Next: rewrite pack.yaml and the rules, account for each sentence in clauses.yaml, then')}\n${steps.map(step => `  ${step}\n`).join('')}`;
};

/** A name as it is typed in a shell. */
const shellWord = (name: string): string => (/[\s()（）&;'"]/u.test(name) ? `"${name}"` : name);
