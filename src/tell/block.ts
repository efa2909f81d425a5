import type { Location } from '../model/base/location.ts';
import type { Lang } from '../model/base/text.ts';
import type { Decimal } from '../model/base/value.ts';
import type { Outcome } from '../model/finding/finding.ts';
import type { Points } from '../model/scoring/score.ts';
import type { Obligation } from '../model/standard/pack.ts';
import type { Drawing, Filter, Histogram, Matrix } from './drawing.ts';
import type { Text } from './text.ts';

export type * from './text.ts';

/** A line of particulars: a name, and what is said under it. `quoted` marks the words of the county's document. */
export interface Field {
  readonly name: string;
  readonly texts: readonly Text[];
  readonly quoted?: true;
  /** Names and numbers that follow, none of them broken over lines. */
  readonly words?: readonly string[];
  readonly places?: readonly Location[];
  readonly outcome?: Outcome;
  readonly strong?: true;
}

/**
 * `name` heads its row, `short` is never broken, `figure` is a number, `outcome` has its mark, `digest` is of letters of
 * one width, `drawing` is left out where nothing is drawn.
 */
export type ColumnKind = 'name' | 'text' | 'short' | 'clause' | 'figure' | 'outcome' | 'place' | 'digest' | 'drawing';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** Its share of the page, against the shares of the others. */
  readonly width: number;
  /** Told apart by its mark too. */
  readonly outcome?: Outcome;
  /** Left out first where the page is narrow. */
  readonly spare?: true;
}

export type Cell =
  | Text
  | { readonly outcome: Outcome; readonly text: string }
  | { readonly places: readonly Location[] }
  | Drawing;

/** A row with fewer cells than the table has columns begins with a cell that spans those that are too few. */
export interface Row {
  readonly cells: readonly Cell[];
  /** `part` heads the rows below it, `sum` adds up those above it, `gap` stands for rows that are left out. */
  readonly kind?: 'part' | 'sum' | 'gap';
  readonly anchor?: string;
  readonly filter?: Filter;
}

export interface Table {
  readonly kind: 'table';
  /** What it is known by to a style sheet. */
  readonly name: string;
  /** How it is called aloud, where no heading stands over it. */
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether its rows, of several lines each, want to be told apart. */
  readonly spaced?: true;
}

export type DetailKind =
  | 'quote'
  | 'asked'
  | 'found'
  | 'gap'
  | 'why'
  | 'ask'
  | 'place'
  | 'waived'
  | 'reading'
  | 'remedy'
  | 'verify'
  | 'note';

/** What is said of a finding under one name. A short report leaves out what is `spare`. */
export interface Detail {
  readonly kind: DetailKind;
  readonly name: string;
  readonly text: string;
  readonly places?: readonly Location[];
  readonly spare?: true;
}

export interface FindingWords {
  readonly rule: string;
  readonly anchor: string;
  /** Where it stands in the standard; its key is like no other pack's. */
  readonly section: { readonly key: string; readonly title: string };
  readonly outcome: Outcome;
  readonly obligation: Obligation;
  readonly binds: string;
  readonly clause: string;
  readonly title: string;
  /** What it does to the points; empty where it does nothing. */
  readonly weight: string;
  readonly change?: string;
  readonly waived: boolean;
  /** All of it in one phrase. */
  readonly gist: string;
  readonly details: readonly Detail[];
  /** Where to look first. */
  readonly place: Location;
}

/** Findings one after the other; `brief` ones are told in a line each. */
export interface Findings {
  readonly kind: 'findings';
  readonly style: 'whole' | 'brief';
  readonly items: readonly FindingWords[];
}

/** A line of a points ledger. An amount is empty where the row is not in the scorecard. */
export interface LedgerLine {
  readonly kind: 'row' | 'subtotal' | 'total';
  readonly id: string;
  readonly anchor: string;
  readonly clause: string;
  readonly section: string;
  readonly title: string;
  readonly low: string;
  readonly high: string;
  readonly max: string;
  /** How the amounts come about, at the least and at the best; the same where they are settled. */
  readonly work: { readonly low: readonly string[]; readonly high: readonly string[] };
  /** The facts and entries that would settle it, by name; empty where it is settled. */
  readonly open: string;
}

export interface LedgerSection {
  readonly title: string;
  readonly rows: readonly LedgerLine[];
  readonly subtotal: LedgerLine;
}

/** What bears on a score beside its rows: a veto, a must-have, a charge to somebody else. */
export interface LedgerRemark {
  readonly name: string;
  readonly text: string;
  readonly outcome?: Outcome;
}

/** A scorecard filled in, with the working of every row, so that anyone can add it up again. */
export interface Ledger {
  readonly kind: 'ledger';
  readonly sections: readonly LedgerSection[];
  readonly total: LedgerLine;
  readonly remarks: readonly LedgerRemark[];
}

/** A figure that stands out. */
export interface Figure {
  readonly name: string;
  readonly text: string;
  readonly kind: 'score' | 'grade';
  /** How far it can still come. */
  readonly reach?: string;
  /** Out of how much. */
  readonly of?: string;
}

/** The points of one part, drawn as long as the part weighs beside the others. */
export interface Bar {
  readonly title: string;
  readonly figures: string;
  readonly points: Points;
}

/** A score as one drawing with the least that each grade asks. */
export interface ScoreBar {
  readonly kind: 'score-bar';
  /** What the drawing says to those who cannot see it. */
  readonly label: string;
  readonly points: Points;
  readonly limits: readonly { readonly at: Decimal; readonly text: string }[];
  readonly legend: readonly {
    readonly part: 'earned' | 'open' | 'lost';
    readonly name: string;
    readonly figure: string;
    readonly remark: string;
  }[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor?: string }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone?: 'soft' | 'strong' }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly style?: 'names' }
  | { readonly kind: 'fields'; readonly rows: readonly Field[]; readonly tone?: 'soft' }
  | { readonly kind: 'signatures'; readonly signers: readonly { readonly who: string; readonly when: string }[] }
  | { readonly kind: 'ruling'; readonly outcome?: Outcome; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | ScoreBar
  | Histogram
  | Matrix
  | Table
  | Findings
  | Ledger;

/** Blocks that say something by themselves; the others draw what is said elsewhere. */
export type Said = Exclude<Block, { readonly kind: 'bars' | 'score-bar' | 'histogram' | 'matrix' }>;

const DRAWN: ReadonlySet<Block['kind']> = new Set(['bars', 'score-bar', 'histogram', 'matrix']);

export const isSaid = (block: Block): block is Said => !DRAWN.has(block.kind);

/** A part of a document under a heading of its own. */
export interface Chapter {
  /** What it is linked to by, and known by to a style sheet. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** All that is to be said of a subject, whatever it is shown on. */
export interface Document {
  readonly lang: Lang;
  /** The file that a place is in unless it says otherwise. */
  readonly file?: string;
  /** What kind of paper it is: 对标审核报告. */
  readonly kind?: string;
  readonly title: string;
  /** Who and what it is about, before the first chapter. */
  readonly head: readonly Block[];
  readonly chapters: readonly Chapter[];
}

/** Words without what sets them apart. */
export const plainOf = (text: Text): string =>
  typeof text === 'string' ? text : text.map(part => (typeof part === 'string' ? part : part.text)).join('');

export const isDrawing = (cell: Cell): cell is Drawing => typeof cell === 'object' && ('bar' in cell || 'box' in cell);

/** A table without its drawings, for a format that draws nothing. */
export const undrawn = ({ columns, rows, ...table }: Table): Table => ({
  ...table,
  columns: columns.filter(({ kind }) => kind !== 'drawing'),
  rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.filter(cell => !isDrawing(cell)) })),
});
