/** Prints how large the house is, how it is divided, and what does not hold yet. */

import { goals } from './goals.ts';
import { loadedBy } from './loads.ts';
import { circlesIn, filesInFolders, importsOf, linesOf, quantile } from './measure.ts';
import { sourceFiles } from './source.ts';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

const files = sourceFiles();
const functions = files.flatMap(({ name, functions: own }) => own.map(measured => ({ ...measured, file: name })));
const lengths = functions.map(({ lines }) => lines);

say(`${'measure'.padEnd(58)} is      at most`);
for (const { name, is, most } of goals(files, loadedBy)) {
  const value = is();
  say(`${name.padEnd(58)} ${String(value).padEnd(7)} ${most}${value > most ? '   not yet' : ''}`);
}

say();
say('rooms, lines');
const rooms = new Map<string, number>();
for (const { name, lines } of files) {
  const room = name.split('/')[0] ?? name;
  rooms.set(room, (rooms.get(room) ?? 0) + lines);
}
for (const [room, lines] of [...rooms].sort(([, a], [, b]) => b - a)) say(`  ${room.padEnd(12)} ${lines}`);
say(
  `  all          ${linesOf(files)} in ${files.length} files, of ${quantile(
    files.map(({ lines }) => lines),
    0.5,
  )} lines at the median`,
);
say(`  functions    ${lengths.length} with a block`);

const told = (title: string, lines: readonly string[]): void => {
  if (lines.length === 0) return;
  say();
  say(title);
  for (const line of lines) say(`  ${line}`);
};

told(
  'folders of more than twenty files',
  [...filesInFolders(files)].filter(([, count]) => count > 20).map(([folder, count]) => `${count} ${folder}`),
);
told(
  'files of more than 250 lines',
  files.filter(({ lines }) => lines > 250).map(({ name, lines }) => `${lines} ${name}`),
);
told(
  'functions of more than 40 lines',
  functions
    .filter(({ lines }) => lines > 40)
    .sort((a, b) => b.lines - a.lines)
    .map(({ file, line, name, lines }) => `${lines} ${file}:${line} ${name}`),
);
told(
  'circles of imports',
  circlesIn(importsOf(files, false)).map(circle => circle.join(' ')),
);
told(
  'circles of imports, types among them',
  circlesIn(importsOf(files, true)).map(circle => circle.join(' ')),
);
