/** Words of a command line of Windows: parted by blanks, but for those in quotation marks. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"([^"]*)"?|[^\s"]+)+/gu)].map(([word]) => word.replaceAll('"', ''));

const isBalanced = (line: string): boolean => line.split('"').length % 2 === 1;

/** Where the words after a script begin; -1 where the line does not call it. */
const endOf = (script: string, line: string): number => {
  const at = line.toLowerCase().indexOf(script.toLowerCase());
  const end = at + script.length;
  return at < 0 || !/^(?:["\s]|$)/u.test(line.slice(end)) ? -1 : end;
};

export interface Called {
  /** The script's own name. */
  readonly script: string;
  /** How `cmd` was started: `cmd.exe /c ""C:\…\script.cmd" "D:\a b.xlsx" D:\c&d.xlsx"`. */
  readonly started: string;
  /** The script's arguments, as `cmd` understood them. */
  readonly args: string;
}

/**
 * What was dropped on a script of Windows. Explorer quotes only paths with blanks in them, and `cmd` then parts the
 * others at `&` and fills in what stands between `%`: only the line that it was started with has them as they were.
 */
export const droppedOn = ({ script, started, args }: Called): readonly string[] => {
  const end = /\s\/c\s/iu.test(started) ? endOf(script, started) : -1;
  if (end < 0) return wordsOf(args);
  const rest = started.slice(end).replace(/^"/u, '').trimEnd();
  return wordsOf(isBalanced(rest) ? rest : rest.replace(/"$/u, ''));
};
