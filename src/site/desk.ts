import type { Lang } from '../model/base/text.ts';
import type { Centre, Inspector } from './weigh.ts';

/** All that the page knows. */
export interface Desk {
  readonly kept: 1;
  readonly lang: Lang;
  readonly inspector: Inspector;
  readonly centres: readonly Centre[];
  readonly current: string;
}

export const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

type Test = (found: unknown) => boolean;

const isText: Test = found => typeof found === 'string';

const isAbsentOr =
  (is: Test): Test =>
  found =>
    found === undefined || is(found);

const isListOf =
  (is: Test): Test =>
  found =>
    Array.isArray(found) && found.every(is);

const fieldsOf = (found: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof found === 'object' && found !== null && !Array.isArray(found) ? new Map(Object.entries(found)) : undefined;

const isMapOf =
  (is: Test): Test =>
  found =>
    [...(fieldsOf(found)?.values() ?? [undefined])].every(is);

const isShaped =
  (shape: Readonly<Record<string, Test>>): Test =>
  found => {
    const fields = fieldsOf(found);
    return fields !== undefined && Object.entries(shape).every(([key, is]) => is(fields.get(key)));
  };

const isDeclared: Test = found => isText(found) || isListOf(isMapOf(isText))(found);

const isAnswer = isShaped({
  value: isAbsentOr(isDeclared),
  agrees: isAbsentOr(found => found === true),
  remark: isAbsentOr(isText),
  photo: isAbsentOr(isText),
});

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What a file or the browser hands over may be anything; a desk that is none would never be drawn again. */
const isDesk = isShaped({
  kept: found => found === 1,
  lang: found => found === 'zh' || found === 'en',
  inspector: isShaped({ person: isText, level: isText, date: isText, bureau: isAbsentOr(isText) }),
  centres: found =>
    isListOf(isShaped({ id: isText, declared: isMapOf(isDeclared), found: isMapOf(isAnswer) }))(found) &&
    Array.isArray(found) &&
    found.length > 0,
  current: isText,
});

/** Two centres of one id could not be told apart. */
const apart = (centres: readonly Centre[]): readonly Centre[] => {
  const seen = new Set<string>();
  return centres.map(centre => {
    const own = seen.has(centre.id) ? { ...centre, id: newId() } : centre;
    seen.add(own.id);
    return own;
  });
};

export const deskIn = (text: string): Desk | undefined => {
  try {
    const found: unknown = JSON.parse(text);
    if (!isDesk(found)) return undefined;
    const { inspector, centres, ...desk } = found as Desk;
    const date = DAY.test(inspector.date) ? inspector.date : today();
    return { ...desk, inspector: { ...inspector, date }, centres: apart(centres) };
  } catch {
    return undefined;
  }
};

/** What another desk kept put beside this one's: where both have a centre and differ, both stay. */
export const besides = (here: readonly Centre[], { centres }: Desk): readonly Centre[] => {
  const known = new Set(centres.map(centre => JSON.stringify(centre)));
  return apart([...centres, ...here.filter(centre => !known.has(JSON.stringify(centre)))]);
};
