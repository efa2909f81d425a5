import type { Outcome } from '../../model/finding/finding.ts';
import { HEI, type Look, SONG } from '../../sheets/write/look.ts';

const EDGE = 'FFA6B4C2';
const FAINT = 'FF5F6B76';

/** Text that breaks over lines within its cell. */
const text = (font: string, size: number, across: Look['across'], down: Look['down'] = 'middle') => ({
  font,
  size,
  across,
  down,
  wrap: true,
});

/** The looks of every sheet of a report. */
export const LOOKS = {
  title: { ...text(HEI, 18, 'center'), bold: true },
  subtitle: { ...text(SONG, 10, 'center'), ink: FAINT },
  heading: text(HEI, 12, 'left'),
  head: { ...text(HEI, 10.5, 'center'), fill: 'FFD9E5F0', edge: EDGE },
  label: { ...text(HEI, 10.5, 'left'), fill: 'FFEEF3F8', edge: EDGE },
  text: { ...text(SONG, 10.5, 'left', 'top'), edge: EDGE },
  centre: { ...text(SONG, 10.5, 'center', 'top'), edge: EDGE },
  number: { ...text(SONG, 10.5, 'right', 'top'), edge: EDGE },
  total: { ...text(SONG, 10.5, 'right'), bold: true, fill: 'FFF4F6F8', edge: EDGE },
  verdict: { ...text(HEI, 13, 'left'), bold: true, edge: EDGE },
  input: { ...text(SONG, 10.5, 'center'), fill: 'FFFFFBE6', edge: EDGE },
  derived: { ...text(SONG, 10.5, 'center'), edge: EDGE },
  note: text(SONG, 10, 'left', 'top'),
  link: { ...text(SONG, 10.5, 'left', 'top'), ink: 'FF1F4E79', underline: true, edge: EDGE },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** Told by the word as well as by the colour. */
export const OUTCOME_FILLS: Readonly<Record<Outcome, string>> = {
  pass: 'FFE2F0D9',
  fail: 'FFF8D7DA',
  unknown: 'FFFFF2CC',
  'not-applicable': 'FFEDEDED',
};

/** An outcome in the middle of its cell, on its colour. */
export const OUTCOME_LOOKS: Readonly<Record<Outcome, Look>> = {
  pass: { ...LOOKS.centre, fill: OUTCOME_FILLS.pass },
  fail: { ...LOOKS.centre, fill: OUTCOME_FILLS.fail },
  unknown: { ...LOOKS.centre, fill: OUTCOME_FILLS.unknown },
  'not-applicable': { ...LOOKS.centre, fill: OUTCOME_FILLS['not-applicable'] },
};

/** At the foot of each page. */
export const FOOTER = { zh: '&C第 &P 页　共 &N 页', en: '&CPage &P of &N' } as const;
