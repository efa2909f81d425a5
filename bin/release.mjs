// Makes what is unpacked and run where there is no Node: one zip for each platform, with Node in it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, contentOf, PLATFORMS } from './release/assemble.mjs';

const NODE = '22.23.3';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const out = join(root, 'out', 'release');

const run = (command, words) =>
  execFileSync(command, words, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** The folder of Node's own package for a platform, fetched once. */
const nodeFor = platform => {
  const folder = join(out, `node-${platform}-${NODE}`);
  if (!existsSync(join(folder, 'package'))) {
    mkdirSync(folder, { recursive: true });
    run('npm', ['pack', `node-${platform}@${NODE}`, '--pack-destination', folder]);
    run('tar', ['-xzf', join(folder, `node-${platform}-${NODE}.tgz`), '-C', folder]);
  }
  return join(folder, 'package');
};

const make = platforms => {
  run(process.execPath, [join('bin', 'build.mjs')]);
  // The package for Windows has no copy of its own.
  const licence = join(nodeFor('linux-x64'), 'LICENSE');
  for (const platform of platforms) {
    const file = join(out, `duibiao-${version}-${platform}.zip`);
    writeFileSync(file, assemble({ root, platform, version, node: nodeFor(platform), licence }));
    console.log(file);
  }
};

/** What a zip would hold, of the bundle as it stands. */
const list = platforms => {
  for (const platform of platforms)
    for (const [name] of contentOf({ root, platform, version, node: '', licence: '' })) console.log(name);
};

const words = process.argv.slice(2);
const asked = words.filter(word => word !== '--list');
const platforms = asked.length > 0 ? asked : Object.keys(PLATFORMS);
if (words.includes('--list')) list(platforms);
else make(platforms);
