import type { Lang } from '../../model/base/text.ts';
import type { Centre, Inspector, Site } from '../weigh.ts';

/** All that the page knows. */
export interface Desk {
  readonly kept: 1;
  readonly lang: Lang;
  readonly inspector: Inspector;
  readonly centres: readonly Centre[];
  readonly current: string;
}

export const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

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

const isDesk = (found: unknown): found is Desk =>
  typeof found === 'object' &&
  found !== null &&
  'kept' in found &&
  found.kept === 1 &&
  'centres' in found &&
  Array.isArray(found.centres) &&
  found.centres.length > 0;

export const deskIn = (text: string): Desk | undefined => {
  try {
    const found: unknown = JSON.parse(text);
    return isDesk(found) ? found : undefined;
  } catch {
    return undefined;
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
