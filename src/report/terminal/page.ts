import type { Lang } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import { OUTCOME_MARKS } from '../../words/names.ts';
import type { ReportOptions } from '../index.ts';
import { displayWidth, padEnd, wrap } from '../text/layout.ts';

export type Brush = (text: string) => string;

/** Colour underlines what words and marks say already. */
export interface Paint {
  readonly strong: Brush;
  readonly faint: Brush;
  readonly outcome: Readonly<Record<Outcome, Brush>>;
}

/** What the parts of a report are set on. */
export interface Page {
  readonly lang: Lang;
  readonly columns: number;
  readonly paint: Paint;
}

const plain: Brush = text => text;

const NO_COLOR: Paint = {
  strong: plain,
  faint: plain,
  outcome: { pass: plain, fail: plain, unknown: plain, 'not-applicable': plain },
};

const colored = async (): Promise<Paint> => {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    outcome: { pass: chalk.green, fail: chalk.red, unknown: chalk.yellow, 'not-applicable': chalk.dim },
  };
};

export type PageOptions = Pick<ReportOptions, 'lang' | 'columns' | 'color'>;

const NARROWEST = 40;

export const pageOf = async ({ lang, columns, color }: PageOptions): Promise<Page> => ({
  lang,
  columns: Math.max(columns, NARROWEST),
  paint: color ? await colored() : NO_COLOR,
});

const LABEL_WIDTH = { zh: 6, en: 9 } as const;

export interface FieldOptions {
  readonly indent: number;
  /** Follow the text and are not broken. */
  readonly words?: readonly string[];
  readonly brush?: Brush;
}

/** A label and its text, which hangs beside it. */
export const field = (page: Page, label: string, text: string, options: FieldOptions): readonly string[] => {
  const { indent, words = [], brush = plain } = options;
  const width = Math.max(LABEL_WIDTH[page.lang], displayWidth(label) + 1);
  const lines = wrap(text, page.columns - indent - width, words);
  return lines.map((line, index) => {
    const before = ' '.repeat(indent) + (index === 0 ? page.paint.faint(padEnd(label, width)) : ' '.repeat(width));
    return before + brush(line);
  });
};

/** The head of an entry: a mark, what it is about, and remarks that are not broken. */
export const entry = (
  page: Page,
  outcome: Outcome,
  text: string,
  { words = [], brush = plain }: Partial<FieldOptions> = {},
): readonly string[] => {
  const mark = page.paint.outcome[outcome](OUTCOME_MARKS[outcome]);
  return wrap(text, page.columns - 4, words).map((line, index) => `  ${index === 0 ? mark : ' '} ${brush(line)}`);
};

/** A heading, with a blank line before it. */
export const heading = (page: Page, text: string): readonly string[] => [
  '',
  ...wrap(text, page.columns).map(line => page.paint.strong(line)),
];
