// The licences of the packages that a bundle holds, for those who are given the bundle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageOf = input => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

const licenceIn = folder => {
  const name = readdirSync(folder).find(file => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(file));
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8').trim();
};

const noticeOf = folder => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, text: [`${name} ${version}`, licenceIn(folder) ?? `${license} licence`].join('\n\n') };
};

/** One notice a package, in the order of their names. */
export const noticesOf = (root, inputs) => {
  const folders = [...new Set(inputs.map(packageOf))].filter(
    folder => folder !== undefined && existsSync(join(root, folder, 'package.json')),
  );
  const notices = new Map(folders.map(folder => noticeOf(join(root, folder))).map(({ name, text }) => [name, text]));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `${sorted.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
};
