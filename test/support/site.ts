import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type TemplateOptions, templateCommand } from '../../src/cli/template.ts';
import { newFolder } from './folders.ts';

const SILENT = { out: () => undefined, err: () => undefined, color: false, columns: 80, isTTY: false };

/** A page for the site as `template` makes it. */
export const makePage = async (options: Partial<TemplateOptions>): Promise<string> => {
  const output = join(newFolder(), 'site.html');
  await templateCommand({ lang: 'zh', level: 'township', ...options, output }, SILENT);
  return readFileSync(output, 'utf8');
};

export const card = (page: Page, thing: string) => page.locator(`[id="fact-${thing}"]`);

/** The head of the page: a label or a button is looked for in it alone, as its thousands of others take their time. */
export const desk = (page: Page) => page.locator('section.desk');

/** The page tells what an entry comes to when the hand rests; until then what stands there is out of date, and marked so. */
export const settled = (page: Page): Promise<void> => page.locator('.bar:not([aria-busy])').waitFor();

/** What a file brought is drawn when it is read. */
export const takeIn = async (page: Page, file: string): Promise<void> => {
  const before = await page.locator('main').elementHandle();
  await page.locator('input[type=file]').setInputFiles(file);
  await before?.waitForElementState('hidden');
  await settled(page);
};

export const bar = async (page: Page): Promise<string> => (await page.locator('.bar').textContent()) ?? '';

/** `62.0` or `62.0（可达 81.5`, as a report has it. */
export const scoreOn = async (page: Page): Promise<string> =>
  /得分 ([\d.]+(?:（可达 [\d.]+)?)/u.exec(await bar(page))?.[1] ?? '';

/** What a button hands over as a file. */
export const exported = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    desk(page).getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
};
