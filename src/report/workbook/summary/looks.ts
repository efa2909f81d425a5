import type { Outcome } from '../../../model/finding/finding.ts';
import { type Look, SONG } from '../../../sheets/write/look.ts';
import { LOOKS, OUTCOME_FILLS } from '../style.ts';

const { title, subtitle, heading, head, label, note, link } = LOOKS;

/** Rows of several lines read best with all their cells on one line. */
const inMiddle = (look: Look): Look => ({ ...look, down: 'middle' });

const unbroken = ({ wrap: _, ...look }: Look): Look => look;

/** Figures stand off the text beside them. */
const inset = (look: Look): Look => ({ ...unbroken(look), indent: 1 });

const small = (look: Look): Look => ({ ...look, size: 9 });

const [text, centre] = [inMiddle(LOOKS.text), inMiddle(LOOKS.centre)];
const number = inset(inMiddle(LOOKS.number));
const total = inset(LOOKS.total);

const UPRIGHT = 90;

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
  share: { ...number, format: '0%' },
  mean: { ...number, format: '0.00' },
  totalShare: { ...total, format: '0%' },
  totalMean: { ...total, format: '0.00' },
  totalText: { ...LOOKS.total, across: 'center' },
  upright: { ...small(head), down: 'bottom', turned: UPRIGHT },
  band: small(head),
  small: { ...small(LOOKS.total), across: 'center' },
  smallUpright: { ...small(LOOKS.total), across: 'center', turned: UPRIGHT },
  oneLine: unbroken(text),
  /** Titles that run on over the columns beside them. */
  wideTitle: unbroken({ ...title, across: 'left' }),
  wideNote: unbroken(inMiddle(note)),
  group: { ...head, across: 'left' },
  sign: { ...inMiddle(note), size: 11 },
} as const satisfies Record<string, Look>;

/** Figures of one column have the same number of decimals. */
export const withPlaces = (look: Look, places: number): Look => ({
  ...look,
  format: places === 0 ? '0' : `0.${'0'.repeat(places)}`,
});

const INKS: Readonly<Record<Outcome, string>> = {
  pass: 'FF548235',
  fail: 'FFC00000',
  unknown: 'FF7F6000',
  'not-applicable': 'FF7F7F7F',
};

const mark = (outcome: Outcome): Look => ({
  font: SONG,
  size: 10,
  ...(outcome === 'fail' && { bold: true }),
  ink: INKS[outcome],
  across: 'center',
  down: 'middle',
  fill: OUTCOME_FILLS[outcome],
  edge: LOOKS.centre.edge,
});

/** What is waived has no colour: it counts neither way. */
const waived = (outcome: Outcome): Look => {
  const { fill: _, bold: __, ...plain } = mark(outcome);
  return { ...plain, size: 8 };
};

export interface MarkLooks {
  readonly plain: Look;
  readonly waived: Look;
}

export const MARK_LOOKS: Readonly<Record<Outcome, MarkLooks>> = {
  pass: { plain: mark('pass'), waived: waived('pass') },
  fail: { plain: mark('fail'), waived: waived('fail') },
  unknown: { plain: mark('unknown'), waived: waived('unknown') },
  'not-applicable': { plain: mark('not-applicable'), waived: waived('not-applicable') },
};
