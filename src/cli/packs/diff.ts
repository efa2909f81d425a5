import { type DiffRow, type DiffSide, diffPacks, type Relation } from '../../authoring/diff.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { wrap } from '../../report/text/layout.ts';
import { termLabel } from '../../words/facts/values.ts';
import { clauseText, levelName } from '../../words/names.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { type DiffLine, diffLine, RELATION_NAMES } from './diff-words.ts';
import { openPack, type PackOptions } from './open.ts';

export interface DiffOptions extends PackOptions {
  readonly level?: Level;
  /** Facts of which both ask the same too. */
  readonly all?: boolean;
  /** `table`, `json`, or a file ending in .json or .xlsx. */
  readonly output?: string;
}

interface Compared {
  readonly left: Pack;
  readonly right: Pack;
  readonly rows: readonly DiffRow[];
}

/** What one pack asks beyond another, and what both ask with different figures. */
export const diffCommand = async (
  a: string,
  b: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const [left, right] = [(await openPack(a, options)).pack, (await openPack(b, options)).pack];
  if (!left.ok || !right.ok) {
    printProblems(
      [left, right].flatMap(read => (read.ok ? [] : read.problems)),
      options.lang,
      terminal,
    );
    return EXIT.badInput;
  }
  const side = (pack: Pack): DiffSide => ({ pack, ...(options.level && { level: options.level }) });
  const all = diffPacks(side(left.value), side(right.value));
  const rows = options.all ? all : all.filter(row => row.relation !== 'same');
  await write({ left: left.value, right: right.value, rows }, options, terminal);
  terminal.err(`${summary(all, options.lang)}\n`);
  return EXIT.passed;
};

const write = async (
  compared: Compared,
  { output = 'table', lang, level }: DiffOptions,
  terminal: Terminal,
): Promise<void> => {
  const { left, right } = compared;
  const heads = [left, right].map(
    pack => `${pack.id}${level === undefined ? '' : ` · ${levelName(level, lang, pack)}`}`,
  );
  if (output.endsWith('.xlsx')) return writeWhole(output, await workbook(compared, heads, lang));
  if (output === 'json' || output.endsWith('.json')) {
    const text = `${JSON.stringify(toJson(compared, lang), null, 2)}\n`;
    return output === 'json' ? terminal.out(text) : writeWhole(output, text);
  }
  terminal.out(await table(compared, heads, lang, terminal.columns));
};

const lines = ({ left, right, rows }: Compared, lang: Lang, most?: number): readonly DiffLine[] =>
  rows.map(row => diffLine(row, left.vocabulary, right.vocabulary, lang, most));

const FACT = { zh: '填报项', en: 'fact' } as const;
const RELATION = { zh: '比较', en: 'compared' } as const;

const FACT_WIDTH = 24;
const RELATION_WIDTH = 16;
const NARROWEST = 24;

/** Cells broken into lines by us: the table knows nothing of where Chinese may break. */
const broken = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => wrap(line, width - 2))
    .join('\n');

const table = async (compared: Compared, heads: readonly string[], lang: Lang, columns: number): Promise<string> => {
  const { default: Table } = await import('cli-table3');
  const width = Math.max(NARROWEST, Math.floor((columns - FACT_WIDTH - RELATION_WIDTH - 5) / 2));
  const colWidths = [FACT_WIDTH, width, width, RELATION_WIDTH];
  const row = (cells: readonly string[]): string[] =>
    cells.map((cell, index) => broken(cell, colWidths[index] ?? width));
  const made = new Table({
    head: row([FACT[lang], ...heads, RELATION[lang]]),
    colWidths,
    style: { head: [], border: [] },
  });
  for (const { label, left, right, relation } of lines(compared, lang))
    made.push(row([label, left, right, RELATION_NAMES[relation][lang]]));
  return `${made.toString()}\n`;
};

const workbook = async (compared: Compared, heads: readonly string[], lang: Lang): Promise<Uint8Array> => {
  const { rowsWorkbook } = await import('../../report/workbook/rows.ts');
  const rows = lines(compared, lang, Number.POSITIVE_INFINITY).map(line => [
    line.label,
    line.left,
    line.right,
    RELATION_NAMES[line.relation][lang],
  ]);
  return rowsWorkbook(
    [{ name: RELATION[lang], head: [FACT[lang], ...heads, RELATION[lang]], rows, widths: [28, 56, 56, 14] }],
    lang,
  );
};

const toJson = ({ left, right, rows }: Compared, lang: Lang) => ({
  left: { id: left.id, version: left.version },
  right: { id: right.id, version: right.version },
  rows: rows.map(row => {
    const line = diffLine(row, left.vocabulary, right.vocabulary, lang, Number.POSITIVE_INFINITY);
    const label = (code: string): string => termLabel(left.vocabulary, row.terms?.list ?? '', code, lang);
    const demands = (side: DiffRow['left']) =>
      side.map(({ rule, test }) => ({ rule: rule.id, clause: clauseText(rule), obligation: rule.obligation, test }));
    const { terms } = row;
    return {
      ...line,
      demands: { left: demands(row.left), right: demands(row.right) },
      ...(terms && {
        terms: {
          onlyLeft: terms.onlyLeft.map(label),
          onlyRight: terms.onlyRight.map(label),
          both: terms.both.map(label),
        },
      }),
    };
  }),
});

const RELATIONS: readonly Relation[] = ['only-left', 'only-right', 'differs', 'same'];

const summary = (rows: readonly DiffRow[], lang: Lang): string =>
  RELATIONS.map(
    relation => `${RELATION_NAMES[relation][lang]} ${rows.filter(row => row.relation === relation).length}`,
  ).join(lang === 'zh' ? '，' : ', ');
