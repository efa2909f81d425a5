import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/site/answers.ts';
import { declaredProfile, openSite, weigh } from '../../src/site/weigh.ts';
import {
  ALL_RULES,
  barriersOn,
  hasChromium,
  IN_A_BROWSER,
  launch,
  makeShelf,
  open,
  UNLESS_CHROMIUM,
} from '../support/browser.ts';
import { sampleCentres } from '../support/centres.ts';
import { newFolder } from '../support/folders.ts';
import { card, desk, exported, makePage, scoreOn, settled, takeIn } from '../support/site.ts';
import { DAY, run } from '../support/tool.ts';

const SAMPLE = join('fixtures', 'centers', 'luoshan-qingshiao.yaml');
describe('the page for the site', () => {
  it('is one small file for the largest of the shipped standards', async () => {
    expect((await makePage({ pack: ['taojiang-2014'] })).length).toBeLessThan(1_200_000);
  });

  it('writes down what a centre declares and reads it again as it was', async () => {
    for (const { profile, pack } of await sampleCentres()) {
      const texts = textsOf(profile, pack.vocabulary);
      const again = declaredProfile(texts, { vocabulary: pack.vocabulary });
      expect(textsOf(again, pack.vocabulary)).toEqual(texts);
      expect([...again.facts.keys()].sort()).toEqual(
        [...profile.facts].flatMap(([id, { state }]) => (state === 'undeclared' ? [] : [id])).sort(),
      );
    }
  });

  it('counts nothing that it cannot read', async () => {
    const [sample] = await sampleCentres();
    if (sample === undefined) throw new Error('there are sample centres');
    const { vocabulary, ...pack } = sample.pack;
    const { level, scheme, asOf } = sample;
    const declared = textsOf(sample.profile, vocabulary);
    const site = openSite({ lang: 'zh', version: '', level, pack, vocabulary, scheme, declared: [declared] });
    const before = weigh({ id: '', declared, found: {} }, site, asOf);
    const after = weigh({ id: '', declared, found: { 'hall.usable_area': { value: '很大' } } }, site, asOf);
    expect(before.audit.score).toEqual(sample.score);
    expect(after.audit.score).toEqual(sample.score);
    expect(after.problems.get('hall.usable_area')?.[0]?.code).toBe('unreadable-value');
  });
});

describe.skipIf(!hasChromium)(`in a browser${UNLESS_CHROMIUM}`, IN_A_BROWSER, () => {
  const shelf = makeShelf();
  let browser: Browser;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launch();
    pages.whole = shelf.put('site.html', await makePage({ pack: ['luoshan-2021'], from: SAMPLE }));
    pages.zh = shelf.put('site-zh.html', await makePage({ pack: ['hengyang'], level: 'village' }));
    pages.en = shelf.put('site-en.html', await makePage({ lang: 'en', pack: ['taojiang-2014'], level: 'village' }));
  });

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    shelf.clear();
  });

  const fill = async (page: Page): Promise<void> => {
    await desk(page).getByLabel('核查人', { exact: true }).fill('周检');
    await desk(page).getByLabel('检查级别').fill('县级');
    await desk(page).getByLabel('核查日期').fill('2026-11-20');
    await card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' }).fill('212.5');
    await card(page, 'hall.usable_area').getByText('备注、照片').click();
    await card(page, 'hall.usable_area').getByRole('textbox', { name: '备注' }).fill('测距仪实测');
    await card(page, 'conduct.polite').getByLabel('是', { exact: true }).check();
    await card(page, 'hall.zones').getByLabel('咨询投诉区').check();
    await card(page, 'counters').getByRole('textbox', { name: '工作台 3 台面高度' }).fill('0.82m');
    await card(page, 'hall.open_plan').getByLabel('与申报相符').check();
    await settled(page);
  };

  it.each([
    ['a tablet', 820],
    ['a phone', 390],
  ])(
    'on %s: what is filled in outlives the page, and its record gives the county the very number',
    async (_, width) => {
      const { page, complaints } = await open(browser, pages.whole ?? '', { width });
      const before = await scoreOn(page);
      await fill(page);
      const score = await scoreOn(page);
      expect(score).not.toBe(before);
      await page.reload();
      await expect.poll(() => scoreOn(page)).toBe(score);
      expect(await card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' }).inputValue()).toBe(
        '212.5',
      );
      const folder = newFolder();
      writeFileSync(join(folder, 'record.yaml'), await exported(page, '导出核查记录'));
      writeFileSync(join(folder, 'found.yaml'), await exported(page, '导出核查后的申报表'));
      const audits = await Promise.all([
        run(['audit', SAMPLE, '--inspection', join(folder, 'record.yaml'), ...DAY, '--fail-on', 'none']),
        run(['audit', join(folder, 'found.yaml'), ...DAY, '--fail-on', 'none']),
      ]);
      for (const { out } of audits) expect(out).toContain(score);
      expect(readFileSync(join(folder, 'record.yaml'), 'utf8')).toContain('测距仪实测');
      expect(complaints.filter(text => !text.startsWith('request: blob:'))).toEqual([]);
    },
    60_000,
  );

  it('takes its own record again, and a second centre beside it', async () => {
    const { page } = await open(browser, pages.whole ?? '', { width: 820 });
    await fill(page);
    const score = await scoreOn(page);
    const record = join(newFolder(), 'record.yaml');
    writeFileSync(record, await exported(page, '导出核查记录'));
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await expect.poll(() => scoreOn(page)).not.toBe(score);
    await takeIn(page, record);
    expect(await scoreOn(page)).toBe(score);
    expect(await card(page, 'hall.open_plan').getByLabel('与申报相符').isChecked()).toBe(true);
    await takeIn(page, join('fixtures', 'centers', 'taojiang-zhuxiping.yaml'));
    expect(await desk(page).getByLabel('正在核查').locator('option').count()).toBe(2);
    await desk(page).getByRole('button', { name: '新增一个' }).click();
    expect(await desk(page).getByLabel('正在核查').locator('option').count()).toBe(3);
    await settled(page);
    await page.reload();
    // The browser hands what a page kept over to the next one in its own time.
    await expect.poll(() => desk(page).getByLabel('正在核查').locator('option').count()).toBe(3);
  });

  it('in two tabs at once keeps what either has', async () => {
    const context = await browser.newContext();
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(pages.whole ?? '');
    const area = (page: Page) => card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' });
    const agrees = (page: Page) => card(page, 'hall.open_plan').getByLabel('与申报相符');
    await area(first).fill('212.5');
    await expect.poll(() => area(second).inputValue()).toBe('212.5');
    await agrees(second).check();
    await expect.poll(() => agrees(first).isChecked()).toBe(true);
    for (const page of [first, second]) {
      await settled(page);
      expect(await area(page).inputValue()).toBe('212.5');
      expect(await agrees(page).isChecked()).toBe(true);
    }
  });

  it('is handed in whole: a backup of several centres is read as records and as profiles', async () => {
    const { page } = await open(browser, pages.whole ?? '', { width: 820 });
    await fill(page);
    const score = await scoreOn(page);
    await takeIn(page, join('fixtures', 'centers', 'luoshan-qingshiao.yaml'));
    await desk(page).getByRole('button', { name: '新增一个' }).click();
    const backup = join(newFolder(), 'backup.json');
    writeFileSync(backup, await exported(page, '备份成文件'));
    const inspected = await run(['audit', SAMPLE, '--inspection', backup, ...DAY, '--fail-on', 'none']);
    expect(inspected.out).toContain(score);
    expect(inspected.out).toContain('测距仪实测');
    const found = await run(['audit', backup, '--pack', 'luoshan-2021', ...DAY, '--fail-on', 'none']);
    expect(found.out).toContain(score);
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await expect.poll(() => desk(page).getByLabel('正在核查').locator('option').count()).toBe(1);
    await takeIn(page, backup);
    expect(await desk(page).getByLabel('正在核查').locator('option').count()).toBe(4);
  });

  it('adds and removes records, and says what it cannot read', async () => {
    const { page } = await open(browser, pages.whole ?? '', { width: 820 });
    const counters = card(page, 'counters');
    await counters.getByRole('button', { name: '增加一个' }).click();
    await counters.getByRole('textbox', { name: '工作台 6 台面高度' }).fill('高');
    await settled(page);
    expect(await counters.locator('.slip').textContent()).toContain('高');
    await counters.getByRole('button', { name: '删去这一个: 工作台 6' }).click();
    await settled(page);
    expect(await counters.locator('.slip').textContent()).toBe('');
    await desk(page).getByRole('button', { name: '导出核查记录' }).click();
    expect(await page.locator('#said').textContent()).toContain('请先填核查人');
  });

  it('runs in a browser that is some years old', async () => {
    const context = await browser.newContext();
    const newer = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'];
    await context.addInitScript(`for (const name of ${JSON.stringify(newer)}) delete Array.prototype[name];`);
    const page = await context.newPage();
    await page.goto(pages.whole ?? '');
    await fill(page);
    expect(await scoreOn(page)).toMatch(/^\d/u);
  });

  it('says before the first entry where nothing is kept', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })");
    const page = await context.newPage();
    await page.goto(pages.whole ?? '');
    expect(await page.locator('.notice').textContent()).toContain('不替打开的文件保存');
    await card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' }).fill('212.5');
    await settled(page);
    expect(await page.locator('.bar').textContent()).toContain('得分');
  });

  it.each([
    ['zh', 390],
    ['en', 820],
  ] as const)(
    '%s at %i px: no barrier that a machine can tell, and every target takes a finger',
    async (lang, width) => {
      const { page } = await open(browser, pages[lang] ?? '', { width });
      expect(await barriersOn(page, ALL_RULES)).toEqual([]);
      const small =
        await page.evaluate(`[...document.querySelectorAll('button, select, summary, label.choice, input[type=text], nav a, label.button')]
      .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.width > 0 && (r.height < 43.9 || r.width < 43.9)).map(([t]) => t)`);
      expect(small).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
    60_000,
  );
});
