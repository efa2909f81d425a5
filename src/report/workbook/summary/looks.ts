import type { Outcome } from '../../../model/finding/finding.ts';
import type { CellLook } from '../stream/styles.ts';
import { LOOKS, OUTCOME_FILLS, solid } from '../style.ts';

const { title, subtitle, heading, head, label, note, link } = LOOKS;

/** Rows of several lines read best with all their cells on one line. */
const inMiddle = (look: CellLook): CellLook => ({ ...look, alignment: { ...look.alignment, vertical: 'middle' } });

/** Figures stand off the text beside them. */
const inset = (look: CellLook): CellLook => ({ ...look, alignment: { ...look.alignment, wrapText: false, indent: 1 } });

const [text, centre] = [inMiddle(LOOKS.text), inMiddle(LOOKS.centre)];
const number = inset(inMiddle(LOOKS.number));
const total = inset(LOOKS.total);

const unbroken = (look: CellLook): CellLook => ({ ...look, alignment: { ...look.alignment, wrapText: false } });

const upright = (look: CellLook): CellLook => ({
  ...look,
  font: { ...look.font, size: 9 },
  alignment: { ...look.alignment, horizontal: 'center', vertical: 'bottom', textRotation: 90 },
});

/** The looks of the workbook, and those of the house that it takes as they are. */
export const LOOK = {
  title,
  subtitle,
  heading,
  head,
  label,
  text,
  centre,
  number,
  total,
  note,
  link: { ...inMiddle(link), fill: label.fill },
  share: { ...number, numFmt: '0%' },
  mean: { ...number, numFmt: '0.00' },
  totalShare: { ...total, numFmt: '0%' },
  totalMean: { ...total, numFmt: '0.00' },
  totalText: inMiddle({ ...LOOKS.total, alignment: LOOKS.head.alignment }),
  upright: upright(head),
  band: { ...head, font: { ...head.font, size: 9 } },
  small: { ...total, font: { ...total.font, size: 9 }, alignment: head.alignment },
  smallUpright: { ...total, font: { ...total.font, size: 9 }, alignment: { ...head.alignment, textRotation: 90 } },
  oneLine: unbroken(text),
  /** Titles that run on over the columns beside them. */
  wideTitle: unbroken({ ...title, alignment: { ...title.alignment, horizontal: 'left' } }),
  wideNote: unbroken(inMiddle(note)),
  group: { ...head, alignment: { ...head.alignment, horizontal: 'left' } },
  sign: { ...note, font: { ...note.font, size: 11 }, alignment: { ...note.alignment, vertical: 'middle' } },
} as const satisfies Record<string, CellLook>;

/** Figures of one column have the same number of decimals. */
export const withPlaces = (look: CellLook, places: number): CellLook => ({
  ...look,
  numFmt: places === 0 ? '0' : `0.${'0'.repeat(places)}`,
});

const INKS: Readonly<Record<Outcome, string>> = {
  pass: 'FF548235',
  fail: 'FFC00000',
  unknown: 'FF7F6000',
  'not-applicable': 'FF7F7F7F',
};

const mark = (outcome: Outcome): CellLook => ({
  font: { name: '宋体', size: 10, bold: outcome === 'fail', color: { argb: INKS[outcome] } },
  alignment: { horizontal: 'center', vertical: 'middle' },
  fill: solid(OUTCOME_FILLS[outcome]),
  ...(centre.border && { border: centre.border }),
});

/** What is waived has no colour: it counts neither way. */
const waived = (outcome: Outcome): CellLook => ({
  ...mark(outcome),
  font: { name: '宋体', size: 8, color: { argb: INKS[outcome] } },
  fill: { type: 'pattern', pattern: 'none' },
});

export interface MarkLooks {
  readonly plain: CellLook;
  readonly waived: CellLook;
}

export const MARK_LOOKS: Readonly<Record<Outcome, MarkLooks>> = {
  pass: { plain: mark('pass'), waived: waived('pass') },
  fail: { plain: mark('fail'), waived: waived('fail') },
  unknown: { plain: mark('unknown'), waived: waived('unknown') },
  'not-applicable': { plain: mark('not-applicable'), waived: waived('not-applicable') },
};
