import { expect } from 'vitest';
import { all, type Element, select } from './markup.ts';

const REFERENCES = ['src', 'srcset', 'data', 'action', 'formaction', 'poster', 'ping', 'background', 'style'];

/** Nothing on a page leads or reaches out of its folder, and no attribute holds script or style. */
export const expectSelfContained = (page: Element, text: string): void => {
  const offences = all(page).flatMap(({ name, attributes }) =>
    Object.entries(attributes)
      .filter(
        ([key, value]) =>
          REFERENCES.includes(key) || key.startsWith('on') || (key.includes('href') && !/^(?:#|\.\/)/u.test(value)),
      )
      .map(([key, value]) => `${name} ${key}=${value}`),
  );
  expect(offences).toEqual([]);
  const loading = ['link', 'base', 'img', 'iframe', 'object', 'embed', 'audio', 'video', 'image', 'foreignObject'];
  expect(loading.flatMap(name => select(page, name))).toEqual([]);
  expect(text).not.toMatch(/@import|url\((?!#)|https?:|\beval\(|innerHTML|document\.write/u);
  expect(select(page, 'script')).toHaveLength(1);
  expect(select(page, 'style')).toHaveLength(1);
};

/** Headings go down one level at a time, and begin with the only one of the first. */
export const expectHeadingsInOrder = (page: Element): void => {
  const levels = all(page).flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
  expect(levels.filter(level => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
};

/** Every id once, and whatever speaks of an id finds it. */
export const expectReferencesToHold = (page: Element): void => {
  const ids = all(page).flatMap(({ attributes }) => attributes.id ?? []);
  const known = new Set(ids);
  expect(known.size).toBe(ids.length);
  const spoken = all(page).flatMap(({ attributes }) => [
    ...(attributes['aria-labelledby']?.split(' ') ?? []),
    ...(attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : []),
  ]);
  expect(spoken.filter(id => !known.has(id))).toEqual([]);
};

/** One of each landmark that a page has, and names for those that it may have more of. */
export const expectLandmarks = (page: Element): void => {
  const body = select(page, 'body')[0] as Element;
  const top = body.children.flatMap(child => (typeof child === 'string' ? [] : [child.name]));
  expect(top.filter(name => ['header', 'nav', 'main', 'footer'].includes(name))).toEqual(
    expect.arrayContaining(['header', 'main', 'footer']),
  );
  expect(select(page, 'main')).toHaveLength(1);
  const nameless = [
    ...select(page, 'nav').filter(({ attributes }) => !(attributes['aria-label'] ?? attributes['aria-labelledby'])),
    ...select(page, 'svg').filter(
      ({ attributes }) => attributes['aria-hidden'] !== 'true' && !attributes['aria-label'],
    ),
    ...select(page, 'th').filter(({ attributes }) => !attributes.scope),
  ];
  expect(nameless).toEqual([]);
};

/** The policy lets in this page's own style and script and nothing else. */
export const policyOf = (page: Element): string =>
  all(page).find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes.content ?? '';

/** Text that would come alive in a page, a spreadsheet, an attribute, a style or a comment. */
export const HOSTILE = `</script></style></title><img src=x onerror=alert(1)>"'><svg/onload=alert(2)>=cmd()|' /C calc'!A0 --> ]]> \${7*7} \u202eoob javascript:alert(3)`;

/** The text as a reader is to see it: all of it, but for what would steer the line. */
export const HOSTILE_SHOWN = HOSTILE.replace('\u202e', '');
