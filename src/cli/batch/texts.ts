import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { wholeName, writeWhole } from '../../batch/files/whole.ts';
import { keptFor } from '../../model/base/memo.ts';
import type { Texts } from '../../model/result/contract.ts';
import type { Frame } from '../../model/result/summary.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { ownSchemes, type Pack } from '../../model/standard/pack.ts';
import { TEXTS, textsFile } from '../../read/results/standards.ts';
import { signedTexts, textsUnder } from '../../report/result/texts.ts';
import type { Settings } from '../audit/settings.ts';

/** The pack of a frame, by its id or by the folder that was named. */
const packOf = async ({ pack: { id, sha256 } }: Frame, { library, stream }: Settings): Promise<Pack | undefined> => {
  for (const name of [id, ...stream.packs]) {
    const found = await library.pack(name);
    if (found.ok && found.value.sha256 === sha256) return found.value;
  }
  return undefined;
};

const lineOf = keptFor((texts: Texts) => `${JSON.stringify(texts)}\n`);

/** The texts of each pack of a batch, by the names of their files, with the schemes by which its centres were scored. */
export const textsOfBatch = async (
  frames: readonly Frame[],
  settings: Settings,
): Promise<ReadonlyMap<string, string>> => {
  const used = new Map<Pack, Map<string, Scheme>>();
  for (const frame of frames) {
    const pack = await packOf(frame, settings);
    const known = [...(pack === undefined ? [] : ownSchemes(pack)), settings.stream.scheme];
    const scheme = known.find(({ sha256 }) => sha256 === frame.scheme.sha256);
    if (pack !== undefined && scheme !== undefined)
      used.set(pack, (used.get(pack) ?? new Map()).set(scheme.sha256, scheme));
  }
  const textOf = ([pack, schemes]: readonly [Pack, ReadonlyMap<string, Scheme>]) => {
    const [scheme, ...others] = schemes.values();
    const alone = scheme !== undefined && others.length === 0;
    return [
      textsFile(pack),
      lineOf(alone ? textsUnder({ pack, scheme }) : signedTexts(pack, [...schemes.values()])),
    ] as const;
  };
  return new Map([...used].map(textOf));
};

/** What a run puts there, whole or in part; all else is somebody's own. */
const OF_A_RUN = /@[0-9a-f]{12}\.json$/u;

/** Puts texts beside the results that rest on them; those of an earlier run go. */
export const putTexts = (folder: string, texts: ReadonlyMap<string, string>): void => {
  const into = join(folder, TEXTS);
  for (const [name, text] of texts) writeWhole(join(into, name), text);
  const old = existsSync(into)
    ? readdirSync(into).filter(name => OF_A_RUN.test(wholeName(name)) && !texts.has(name))
    : [];
  for (const name of old) rmSync(join(into, name), { force: true });
};
