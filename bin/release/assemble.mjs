import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const HERE = import.meta.dirname;

/** What each platform is given beside the bundle: where a text of this folder goes, and where Node does. */
export const PLATFORMS = {
  'win-x64': {
    node: 'node.exe',
    texts: { '对标.cmd': 'drop.cmd', 'duibiao.cmd': 'duibiao.cmd', '使用说明.txt': 'windows.txt' },
    newline: '\r\n',
  },
  'linux-x64': { node: 'node', texts: { duibiao: 'duibiao.sh', '使用说明.txt': 'linux.txt' }, newline: '\n' },
};

const EXECUTABLE = /^(?:duibiao|node\/node)$/;
const UNIX = 3;
/** A zip has the hours of its own place; the same files make the same bytes. */
const MADE = new Date(2000, 0, 1);
/** Notepad takes a text without it for the code page of the machine; cmd would stumble over it. */
const MARK = '\uFEFF';

const filesIn = (folder, under) =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const [path, name] = [join(folder, entry.name), `${under}/${entry.name}`];
    return entry.isDirectory() ? filesIn(path, name) : [[name, () => readFileSync(path)]];
  });

const isShipped = ([name]) => !/(?:^dist\/(?:types\/|prepare\.cjs)|\.code$)/.test(name);

const textOf = (file, { newline }, version) => {
  const text = readFileSync(join(HERE, file), 'utf8').replaceAll('VERSION', version).replaceAll('\n', newline);
  return Buffer.from(file.endsWith('.txt') ? MARK + text : text);
};

/** Names of a release and what they hold. */
export const contentOf = ({ root, platform, version, node, licence }) => {
  const kind = PLATFORMS[platform];
  const own = Object.entries(kind.texts).map(([name, file]) => [name, () => textOf(file, kind, version)]);
  const taken = ['LICENSE', 'bin/duibiao.js', 'bin/package.json'].map(name => [
    name,
    () => readFileSync(join(root, name)),
  ]);
  return [
    ...own,
    ...taken,
    ...filesIn(join(root, 'dist'), 'dist').filter(isShipped),
    [`node/${kind.node}`, () => readFileSync(join(node, 'bin', kind.node))],
    ['node/LICENSE', () => readFileSync(licence)],
  ].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** The bytes of a release. */
export const assemble = release => {
  const folder = `duibiao-${release.version}-${release.platform}`;
  const entries = contentOf(release).map(([name, read]) => {
    const mode = EXECUTABLE.test(name) ? 0o100755 : 0o100644;
    return [`${folder}/${name}`, [read(), { os: UNIX, attrs: mode << 16, mtime: MADE }]];
  });
  return zipSync(Object.fromEntries(entries), { level: 6 });
};
