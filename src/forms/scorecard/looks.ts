import { HEI, type Look, SONG } from '../../sheets/write/look.ts';

const EDGE = 'FF8EA9C1';

const text = (font: string, size: number, across: Look['across'], down: Look['down'] = 'middle') =>
  ({ font, size, across, down, wrap: true }) as const;

export const LOOKS = {
  title: { ...text(HEI, 18, 'center'), bold: true },
  head: { ...text(HEI, 11, 'center'), fill: 'FFD9E5F0', edge: EDGE },
  asked: { ...text(HEI, 11, 'center'), fill: 'FFFFE9A8', edge: EDGE },
  section: { ...text(HEI, 11, 'left'), fill: 'FFEEF3F8', edge: EDGE },
  cell: { ...text(SONG, 10.5, 'left'), edge: EDGE },
  centre: { ...text(SONG, 10.5, 'center'), edge: EDGE },
  input: { ...text(SONG, 10.5, 'center'), fill: 'FFFFFBE6', edge: EDGE },
  faint: { ...text(SONG, 10, 'center'), ink: 'FF5F6B76', edge: EDGE },
  note: text(SONG, 11, 'left', 'top'),
  heading: text(HEI, 12, 'left'),
} as const satisfies Record<string, Look>;
