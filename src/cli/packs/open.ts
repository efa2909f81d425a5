import type { Loaded } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { type PackFolder, packFolder } from '../../read/pack/find-rules.ts';
import { type LibraryOptions, openSettled } from '../../read/pack/library.ts';
import { type ExitCode, worst } from '../exit-code.ts';

/** What every command on packs may be told. */
export interface PackOptions extends LibraryOptions {
  readonly lang: Lang;
}

export const NO_FOLDER = {
  zh: (path: string) => `${path} 不是文件夹；请另写一个文件夹`,
  en: (path: string) => `${path} is no folder; name another`,
} as const;

export const NO_COPY = {
  zh: (source: string) => `${source} 中没有这个标准的原文`,
  en: (source: string) => `${source} holds no copy of this pack's document`,
} as const;

export const NO_LEVEL = {
  zh: (id: string) => `标准“${id}”没有这个级别`,
  en: (id: string) => `pack "${id}" has no such level`,
} as const;

export interface OpenedPack {
  readonly id: string;
  readonly folder: PackFolder;
  readonly pack: Loaded<Pack>;
}

/** Packs by id or folder, each read; without any, every pack at hand. */
export const openPacks = async (ids: readonly string[], options: PackOptions): Promise<readonly OpenedPack[]> => {
  const { standards } = options;
  const library = await openSettled(options);
  const open = async (id: string): Promise<Loaded<Pack>> => (library.ok ? library.value.pack(id) : library);
  const chosen = ids.length > 0 ? ids : library.ok ? library.value.packIds() : [standards ?? ''];
  return Promise.all(chosen.map(async id => ({ id, folder: packFolder(id, standards), pack: await open(id) })));
};

/** Does something with one pack after another; the worst that comes of it is what the command ends with. */
export const eachPack = async (
  ids: readonly string[],
  options: PackOptions,
  act: (opened: OpenedPack) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const codes: ExitCode[] = [];
  for (const opened of await openPacks(ids, options)) codes.push(await act(opened));
  return worst(codes);
};

/** The pack that another extends, read by itself. */
export const baseOf = async ({ base }: Pack, options: PackOptions): Promise<Pack | undefined> => {
  if (base === undefined) return undefined;
  const { pack } = await openPack(base.path, options);
  return pack.ok ? pack.value : undefined;
};

export const openPack = async (id: string, options: PackOptions): Promise<OpenedPack> => {
  const [opened] = await openPacks([id], options);
  if (opened === undefined) throw new Error('one id opens one pack');
  return opened;
};
