import { inHan } from '../../model/base/figures.ts';
import { MARK_KINDS, type Mark, type MarkKind } from './marks.ts';

/** Where the reading of a document stands: the places that are open, and below what each kind was last opened. */
export interface Standing {
  readonly open: readonly Mark[];
  readonly below: ReadonlyMap<MarkKind, MarkKind | undefined>;
  /** The chapter that holds the articles, which do not name it. */
  readonly within: readonly Mark[];
}

export const BEGINNING: Standing = { open: [], below: new Map(), within: [] };

/** What these stand in; all else they close. */
const WITHIN: Readonly<Partial<Record<MarkKind, readonly MarkKind[]>>> = {
  volume: [],
  chapter: ['volume'],
  section: ['volume', 'chapter'],
  article: [],
  annex: [],
  division: [],
};

const CONTAINERS: readonly MarkKind[] = ['volume', 'chapter', 'section', 'division', 'annex'];

/** Below decimals letters stand above figures with a bracket. */
const rankIn = (open: readonly Mark[]): ((mark: Mark) => number) => {
  const isDecimal = open.some(({ kind }) => kind === 'decimal');
  return ({ kind }) => MARK_KINDS.indexOf(isDecimal && kind === 'letter' ? 'numeral' : kind);
};

/** `3、` straight below part 二 and not after `2、` can only be part 三, mistyped. */
const mended = (mark: Mark, open: readonly Mark[]): Mark => {
  const [top, ...inner] = open;
  const next = top?.kind === 'part' ? top.ordinal + 1 : 1;
  const isSlip = mark.kind === 'numeral' && next > 1 && inner.length === 0 && mark.ordinal === next;
  return isSlip ? { kind: 'part', number: inHan(next), ordinal: next } : mark;
};

/** 4.2.1 says by itself what is above it. */
const aboveDecimal = ({ number }: Mark, open: readonly Mark[]): readonly Mark[] => {
  const first = open.findIndex(
    mark =>
      mark.kind === 'decimal' ||
      (mark.kind === 'numeral' && number.startsWith(`${mark.number}.`)) ||
      (mark.kind === 'annex' && number.startsWith(`${mark.number.slice(2)}.`)),
  );
  return first < 0 ? open.filter(({ kind }) => number.includes('.') || kind !== 'annex') : open.slice(0, first);
};

/** Places above a new mark, the likeliest first; several where its number alone does not tell. */
const above = (mark: Mark, { open, below, within }: Standing, introduced: boolean): readonly (readonly Mark[])[] => {
  const around = WITHIN[mark.kind];
  if (around !== undefined) return [within.filter(({ kind }) => around.includes(kind))];
  if (mark.kind === 'decimal') return [aboveDecimal(mark, open)];
  const sibling = open.findLastIndex(({ kind }) => kind === mark.kind);
  if (sibling >= 0) return [open.slice(0, sibling)];
  const known = below.get(mark.kind);
  const isFirstInside = introduced && mark.ordinal === 1;
  if (known !== undefined && open.some(({ kind }) => kind === known)) {
    const places = open.slice(0, open.findLastIndex(({ kind }) => kind === known) + 1);
    if (mark.ordinal > 1 || places.length === open.length) return [places];
    return isFirstInside ? [open] : [places, open];
  }
  if (below.has(mark.kind) && known === undefined) return [open.filter(({ kind }) => CONTAINERS.includes(kind))];
  const rank = rankIn(open);
  const outer = open.filter(other => rank(other) < rank(mark));
  if (outer.length === open.length) return [outer];
  if (isFirstInside) return [open];
  return mark.ordinal === 1 ? [outer, open] : [outer];
};

const entered = (standing: Standing, places: readonly Mark[], mark: Mark): Standing => ({
  open: [...places, mark],
  below: new Map(standing.below).set(mark.kind, places.at(-1)?.kind),
  within: ['volume', 'chapter'].includes(mark.kind) ? [...places, mark] : standing.within,
});

const partsOf = (number: string): readonly number[] =>
  number.split('.').map(part => (/^\d/u.test(part) ? Number(part) : (part.codePointAt(0) ?? 0)));

/** Whether a decimal number stands behind another: 4.10 behind 4.9, A.1 behind all figures. */
const isBehind = (number: string, last: string): boolean => {
  const [here, there] = [partsOf(number), partsOf(last)];
  const at = here.findIndex((part, index) => part !== there[index]);
  return at >= 0 && (here[at] ?? 0) > (there[at] ?? 0);
};

/**
 * A decimal number at the outermost place rises. One that goes back may refer to another place or count a list, one that
 * stands alone and jumps may be an amount: all that it can be, the likeliest first.
 */
const decimals = (mark: Mark, standing: Standing, places: readonly Mark[]): readonly Standing[] => {
  const { open } = standing;
  const here = entered(standing, places, mark);
  const last = open.find(({ kind }) => kind === 'decimal')?.number ?? '0';
  if (places.length > 0) return [here];
  if (mark.alone === undefined) return isBehind(mark.number, last) ? [here] : [here, standing];
  const at = open.findLastIndex(({ kind, alone }) => kind === 'numeral' && alone !== undefined);
  const item = entered(standing, at < 0 ? open : open.slice(0, at), { ...mark, kind: 'numeral' });
  const listed = open[at];
  const jump = mark.ordinal - Number(/^\d*/u.exec(last)?.[0]);
  if (mark.alone === 'list' && open.length > 0) return [item];
  if (listed?.ordinal === mark.ordinal - 1 && listed.alone !== 'list') return jump === 1 ? [here, item] : [item];
  if (mark.alone === 'doubt') return jump === 1 ? [here] : jump > 1 ? [here, standing] : [standing];
  if (jump > 0) return [here];
  return mark.alone === 'head' ? [here, item] : [item, here];
};

/** Where the reading may stand once `mark` has been met; `introduced`: directly below a heading or a colon. */
export const enter = (standing: Standing, mark: Mark, introduced: boolean): readonly Standing[] => {
  const found = mended(mark, standing.open);
  return above(found, standing, introduced).flatMap(places =>
    found.kind === 'decimal' ? decimals(found, standing, places) : [entered(standing, places, found)],
  );
};
