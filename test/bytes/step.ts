/** One command line whose outputs are recorded; whatever it writes below `out/` is taken. */
export interface Step {
  readonly name: string;
  readonly argv: readonly string[];
  /** Folder of the workspace to run in. */
  readonly cwd?: string;
  readonly columns?: number;
}

export const AS_OF = '2026-11-20';

export const LANGS = ['zh', 'en'] as const;

const inLang = (step: Step, lang: string): Step => ({
  ...step,
  name: `${step.name}/${lang}`,
  argv: [...step.argv, '--lang', lang],
});

/** Each step in both languages, one language after the other. */
export const inBoth = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap(step => LANGS.map(lang => inLang(step, lang)));

const FILES = {
  sarif: 'report.sarif',
  'code-scanning': 'code-scanning.sarif',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  markdown: 'report.md',
  csv: 'report.csv',
  tap: 'report.tap',
  json: 'report.json',
  jsonl: 'report.jsonl',
  html: 'report.html',
  xlsx: 'report.xlsx',
} as const;

export type Format = keyof typeof FILES;

/** `-o` for each of these formats, each into a file of its own. */
export const into = (formats = Object.keys(FILES) as readonly Format[]): readonly string[] =>
  formats.flatMap(format => ['-o', `${format}=out/${FILES[format]}`]);

export const dated = ['--as-of', AS_OF];
