import type { LedgerEntry } from '../../model/standard/ledger.ts';
import type { Section } from '../../model/standard/pack.ts';
import { isChapter, isWithin } from './clause.ts';

/** The section a clause belongs to: the one with the closest clause around it, or else the one of its chapter. */
export const sectionOf = (sections: readonly Section[], clause: string, chapter: string): Section | undefined => {
  const closest = (place: string): Section | undefined =>
    sections
      .filter(section => isWithin(place, section.clause))
      .toSorted((a, b) => b.clause.length - a.clause.length)[0];
  return closest(clause) ?? closest(chapter);
};

/** Entries of a ledger, in its order, each with the section it belongs to. */
export const placeEntries = (sections: readonly Section[], entries: readonly LedgerEntry[]) => {
  let chapter = '';
  return entries.map(entry => {
    if (isChapter(entry.clause)) chapter = entry.clause;
    return { entry, section: sectionOf(sections, entry.clause, chapter) };
  });
};
