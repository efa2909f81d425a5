import { type Desk, deskIn, newId, today } from '../desk.ts';
import type { Site } from '../weigh.ts';

/** Under which name the browser keeps a desk. */
export const keyOf = ({ data }: Site): string => `duibiao:${data.pack.id}:${data.level}`;

/** Whether the browser keeps anything for this page. */
export const keeps = (): boolean => {
  try {
    localStorage.setItem('duibiao', '1');
    const held = localStorage.getItem('duibiao') === '1';
    localStorage.removeItem('duibiao');
    return held;
  } catch {
    return false;
  }
};

const freshDesk = ({ data }: Site): Desk => {
  const centres = (data.declared.length === 0 ? [{}] : data.declared).map(declared => ({
    id: newId(),
    declared,
    found: {},
  }));
  return {
    kept: 1,
    lang: data.lang,
    inspector: { person: '', level: '', date: today() },
    centres,
    current: centres[0]?.id ?? '',
  };
};

/** What was kept, with centres that the page was made with and that are not in it yet. */
export const openDesk = (site: Site): Desk => {
  try {
    const text = localStorage.getItem(keyOf(site));
    const kept = text === null ? undefined : deskIn(text);
    if (kept !== undefined) {
      const known = new Set(kept.centres.map(({ declared }) => JSON.stringify(declared)));
      const more = site.data.declared.filter(declared => !known.has(JSON.stringify(declared)));
      return { ...kept, centres: [...kept.centres, ...more.map(declared => ({ id: newId(), declared, found: {} }))] };
    }
  } catch {
    // Said to the user by `keeps`.
  }
  return freshDesk(site);
};

export const keep = (desk: Desk, site: Site): boolean => {
  try {
    localStorage.setItem(keyOf(site), JSON.stringify(desk));
    return true;
  } catch {
    return false;
  }
};
