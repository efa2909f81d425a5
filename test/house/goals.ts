import { circlesIn, filesInFolders, importsOf, linesOf, quantile } from './measure.ts';
import type { SourceFile } from './source.ts';

/** Something about the house that a number says, and what it is to be at most. */
export interface Goal {
  readonly name: string;
  readonly is: () => number;
  readonly most: number;
}

/** A run that reads YAML, holds it against a shipped pack and tells the terminal. */
const PLAIN_RUN = ['audit', 'fixtures/centers/luoshan-qingshiao.yaml', '--fail-on', 'none', '--no-config'];

export const goals = (
  files: readonly SourceFile[],
  loadedBy: (argv: readonly string[]) => readonly string[],
): readonly Goal[] => {
  const lengths = files.flatMap(({ functions }) => functions.map(({ lines }) => lines));
  return [
    { name: 'lines of the tool', is: () => linesOf(files), most: 42_000 },
    { name: 'files in the fullest folder', is: () => Math.max(...filesInFolders(files).values()), most: 20 },
    { name: 'lines of the longest file', is: () => Math.max(...files.map(({ lines }) => lines)), most: 250 },
    { name: 'lines of a function at the median', is: () => quantile(lengths, 0.5), most: 8 },
    { name: 'lines of a function, nine in ten', is: () => quantile(lengths, 0.9), most: 20 },
    { name: 'lines of the longest function', is: () => Math.max(...lengths), most: 56 },
    // Signs of a text, kinds of fault of a library, types of a cell as a file names them: these have no end.
    {
      name: 'switches with an arm for the rest',
      is: () => files.reduce((sum, file) => sum + file.defaults, 0),
      most: 3,
    },
    { name: 'circles of imports', is: () => circlesIn(importsOf(files, false)).length, most: 0 },
    { name: 'circles of imports, types among them', is: () => circlesIn(importsOf(files, true)).length, most: 0 },
    { name: 'files that an audit of YAML to the terminal loads', is: () => loadedBy(PLAIN_RUN).length, most: 120 },
  ];
};
