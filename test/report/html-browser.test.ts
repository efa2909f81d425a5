import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/finding/audit.ts';
import { sampleSummary, summaryPage } from '../support/batches.ts';
import {
  ALL_RULES,
  barriersOn,
  hasChromium,
  IN_A_BROWSER,
  launch,
  makeShelf,
  open,
  sheetsOf,
  UNLESS_CHROMIUM,
  type View,
} from '../support/browser.ts';
import { sampleCentres } from '../support/centres.ts';
import { HOSTILE } from '../support/pages.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';

const shelf = makeShelf();
let browser: Browser;
let luoshan: Audit;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  if (!hasChromium) return;
  browser = await launch();
  luoshan = excerptOf((await sampleCentres())[0]);
  const summary = sampleSummary(40);
  const put = (name: string, text: string): void => {
    addresses[name] = shelf.put(`${name}.html`, text);
  };
  put('centre-zh', await reported('html', [luoshan]));
  put('centre-en', await reported('html', [sampleAudit()], { lang: 'en' }));
  put('several', await reported('html', [sampleAudit(), sampleAudit('hall.area: 300')]));
  put('summary-zh', summaryPage(summary, { pageOf: () => 'centre-zh.html' }));
  // Of every kind of row and cell that the forty have.
  put('summary-few', summaryPage(sampleSummary(5), { pageOf: () => 'centre-zh.html' }));
  put('summary-en', summaryPage(summary, { lang: 'en' }));
});

afterAll(async () => {
  await browser?.close();
  shelf.clear();
});

const SOUGHT = 'hall-usable-area';

/** One finding of every outcome and obligation, and one to search for: what a long page has, in short. */
const excerptOf = (audit: Audit): Audit => {
  const kinds = audit.findings.map(({ finding: { outcome, rule } }) => `${outcome} ${rule.obligation}`);
  const few = audit.findings.filter(
    ({ finding }, at) => kinds.indexOf(kinds[at] ?? '') === at || finding.rule.id === SOUGHT,
  );
  return { ...audit, findings: few };
};

const visit = async (name: string, view?: View) => open(browser, addresses[name] ?? '', view);

const shown = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluateAll(nodes => nodes.filter(node => node.getClientRects().length > 0).length);

const countOf = (outcome: string): number =>
  luoshan.findings.filter(({ finding }) => finding.outcome === outcome).length;

const saysShown = (page: Page, words: string): Promise<void> =>
  expect.poll(() => page.locator('output').textContent()).toContain(words);

describe.skipIf(!hasChromium)(`pages in a browser${UNLESS_CHROMIUM}`, { ...IN_A_BROWSER, timeout: 120_000 }, () => {
  // In light and in dark either kind of page, in either language or length.
  it.each([
    ['centre-zh', 'light', 1280],
    ['centre-en', 'dark', 390],
    ['summary-few', 'light', 1280],
    ['summary-few', 'dark', 390],
  ] as const)('raises no barrier and asks for nothing (%s, %s, %i px)', async (name, colorScheme, width) => {
    const { page, complaints } = await visit(name, { width, colorScheme });
    expect(await page.evaluate("[matchMedia('(prefers-color-scheme: dark)').matches, innerWidth]")).toEqual([
      colorScheme === 'dark',
      width,
    ]);
    expect(await barriersOn(page, ALL_RULES)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('fits a narrow screen without scrolling sideways', async () => {
    for (const name of ['centre-zh', 'several', 'summary-en']) {
      const { page } = await visit(name, { width: 320 });
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 320]);
    }
  });

  it('filters by outcome, obligation and section, and says how many are left', async () => {
    const { page, complaints } = await visit('centre-zh');
    const total = luoshan.findings.length;
    expect(await shown(page, '.finding')).toBe(total);
    for (const outcome of ['pass', 'unknown', 'not-applicable'])
      await page.locator(`input[value="${outcome}"]`).uncheck();
    await saysShown(page, `显示 ${countOf('fail')} 条，共 ${total} 条`);
    expect(await shown(page, '.finding')).toBe(countOf('fail'));
    expect(await shown(page, '.finding.pass')).toBe(0);
    await page.locator('select[name="section"]').selectOption('luoshan-2021/premises');
    const premises = luoshan.findings.filter(
      ({ finding }) => finding.outcome === 'fail' && finding.rule.section === 'premises',
    );
    await saysShown(page, `显示 ${premises.length} 条`);
    expect(await shown(page, '.section')).toBe(premises.length > 0 ? 1 : 0);
    await page.locator('select[name="obligation"]').selectOption('should');
    await saysShown(page, `显示 ${premises.filter(({ finding }) => finding.rule.obligation === 'should').length} 条`);
    await page.locator('button[type="reset"]').click();
    await saysShown(page, `显示 ${total} 条`);
    expect(await shown(page, '.finding')).toBe(total);
    expect(complaints).toEqual([]);
  });

  it('searches in every word of a finding, whatever the width of its letters', async () => {
    const { page } = await visit('centre-zh');
    await page.locator('input[type="search"]').fill('使用面积 １８４');
    await saysShown(page, '显示 1 条');
    expect(await shown(page, `#rule-${SOUGHT}`)).toBe(1);
    await page.locator('input[type="search"]').fill('没有这样的字');
    await saysShown(page, '显示 0 条');
    expect(await shown(page, '.section')).toBe(0);
  });

  it('shows what a link leads to, even if it was filtered away', async () => {
    const { page } = await visit('centre-zh');
    await page.locator('input[type="search"]').fill('没有这样的字');
    await saysShown(page, '显示 0 条');
    await page.locator('.shortcomings a').first().click();
    await saysShown(page, `显示 ${luoshan.findings.length} 条`);
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  it('is reached by keyboard: a way past the head, and a focus that can be seen', async () => {
    const { page } = await visit('centre-zh');
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.className');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#content');
    const seen = new Set<string>();
    for (let step = 0; step < 16; step++) {
      await page.keyboard.press('Tab');
      const [kind = '', outline] = await page.evaluate<readonly string[]>(
        "((at, style) => [at.name || at.tagName, style.outlineStyle + ' ' + style.outlineWidth])(document.activeElement, getComputedStyle(document.activeElement))",
      );
      seen.add(kind);
      expect([kind, outline]).toEqual([kind, 'solid 3px']);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['text', 'outcome', 'obligation', 'section']));
  });

  it('has everything without script', async () => {
    const { page } = await visit('centre-zh', { script: false });
    expect(await shown(page, '.finding')).toBe(luoshan.findings.length);
    expect(await shown(page, 'form')).toBe(0);
  });

  it('prints the whole of it on a sensible number of sheets, filtered or not', async () => {
    const { page } = await visit('centre-zh');
    const sheets = await sheetsOf(page);
    expect(sheets).toBeGreaterThan(3);
    expect(sheets).toBeLessThanOrEqual(7);
    await page.locator('input[type="search"]').fill('没有这样的字');
    await saysShown(page, '显示 0 条');
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page, '.finding')).toBe(luoshan.findings.length);
    expect(await shown(page, '.section')).toBe(
      new Set(luoshan.findings.map(({ finding }) => finding.rule.section)).size,
    );
    const { page: summary } = await visit('summary-zh');
    expect(await sheetsOf(summary)).toBeLessThanOrEqual(8);
  });

  it('keeps hostile names dead', async () => {
    const audit = sampleAudit();
    const center = { ...audit.profile.center, name: HOSTILE };
    const hostile = { ...audit, profile: { ...audit.profile, center, path: HOSTILE } };
    const texts = [
      await reported('html', [hostile]),
      summaryPage(
        sampleSummary(3, number => `${number}${HOSTILE}`),
        { pageOf: ({ center }) => center.name },
      ),
    ];
    for (const text of texts) {
      const { page, complaints } = await open(browser, shelf.put('hostile.html', text));
      await page.locator('input[type="search"]').fill('onerror');
      expect(complaints).toEqual([]);
      expect(await page.locator('img').count()).toBe(0);
    }
  });

  it('narrows a ranking and its map together', async () => {
    const { page, complaints } = await visit('summary-zh');
    await page.locator('input[type="search"]').fill('样例12乡');
    await saysShown(page, '显示 1 个，共列出 40 个');
    expect(await shown(page, '.ranking tbody tr')).toBe(1);
    expect(await shown(page, '.heat-map tbody tr')).toBe(1);
    await page.locator('button[type="reset"]').click();
    await saysShown(page, '显示 40 个');
    const option = page.locator('select[name="fails"] option').nth(1);
    const [value, label] = [(await option.getAttribute('value')) ?? '', (await option.textContent()) ?? ''];
    await page.locator('select[name="fails"]').selectOption(value);
    const [, failing] = /\((\d+)\)$/u.exec(label) ?? [];
    await saysShown(page, `显示 ${failing} 个`);
    expect(complaints).toEqual([]);
  });

  it('tells what a cell of the map is, by mouse and by keyboard', async () => {
    const { page } = await visit('summary-zh');
    const readout = page.locator('[data-readout]');
    await page.locator('.heat').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const row = page.locator('.heat-map tbody tr').nth(1);
    const name = (await row.locator('th').textContent()) ?? '';
    const letters = (await row.getAttribute('data-o')) ?? '';
    const key = page.locator('[data-key] > li').nth(1);
    const rule = Number(await key.getAttribute('data-rule'));
    const word = { p: '符合', f: '不符合', u: '未定', n: '不适用' }[letters[rule] ?? ''] ?? '';
    await expect.poll(() => readout.textContent()).toBe(`${name} · ${await key.textContent()} · ${word}`);
    await page
      .locator('.heat-map tbody tr')
      .nth(4)
      .locator('.strip')
      .hover({ position: { x: 3, y: 5 } });
    const other = await page.locator('.heat-map tbody tr').nth(4).locator('th').textContent();
    await expect.poll(() => readout.textContent()).toContain(`${other} · `);
    await page.keyboard.press('Enter');
    await page.waitForURL(/centre-zh\.html$/u);
  });
});
