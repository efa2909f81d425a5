import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { sha256 } from '../../src/read/files/files.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { type MadeUp, profileMaker, toYaml } from '../bench/profiles.ts';
import { succeed } from './inline.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'duibiao-'));

export const put = (folder: string, name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

const village = async (): Promise<(number: number) => MadeUp> =>
  profileMaker(succeed(await shippedLibrary().pack('hengyang')), 'village');

/** Made-up villages of the county of Hengyang. */
export const makeVillages = async (count: number): Promise<readonly MadeUp[]> => {
  const make = await village();
  return Array.from({ length: count }, (_, number) => make(number));
};

export const yamlName = (number: number): string => join('报送', `${String(number).padStart(4, '0')}.yaml`);

/** A folder with so many submissions in it, a file each. */
export const submissionsFolder = async (count: number): Promise<string> => {
  const folder = newFolder();
  (await makeVillages(count)).forEach((profile, number) => {
    put(folder, yamlName(number), toYaml(profile));
  });
  return folder;
};

export const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

/** Whose results stand in a file, by the paths of their profiles. */
export const pathsIn = (file: string): readonly string[] =>
  linesOf(file).map(line => (JSON.parse(line) as { profile: { path: string } }).profile.path);

/** Every file in a folder and below, but for what nobody is to look at. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .filter(name => !name.startsWith('.'))
    .sort();

/** Every file that a batch gives, by its digest. */
export const givenBy = (folder: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(filesIn(folder).map(name => [name, sha256(readFileSync(join(folder, name)))]));

export const timingOf = (
  folder: string,
): Readonly<Record<'audited' | 'unchanged' | 'workers' | 'seconds' | 'parts', number>> =>
  JSON.parse(readFileSync(join(folder, '.duibiao', 'timing.json'), 'utf8')) as ReturnType<typeof timingOf>;
