import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './support/tool.ts';

const ROOT = join(import.meta.dirname, '..');

const PAGES = [
  ...['README', 'rules/README', 'rules/schemes/README'],
  ...readdirSync(join(ROOT, 'rules', 'use'))
    .filter(name => name.endsWith('.zh-CN.md'))
    .map(name => `rules/use/${name.replace('.zh-CN.md', '')}`),
].flatMap(name => [`${name}.md`, `${name}.zh-CN.md`]);

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** What stands in code, which is the same in both languages but for its comments. */
const commandsIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/^```(?:bash|sh)\n([\s\S]*?)^```$/gmu)].flatMap(([, text = '']) =>
    text.split('\n').map(line => line.replace(/\s*#.*$/u, '')),
  );

describe.each(PAGES)('%s', page => {
  it('links to what is there', () => {
    const links = [...read(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu)].map(([, target = '']) => target);
    expect(links.filter(target => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });
});

it.each(PAGES.filter(page => !page.endsWith('.zh-CN.md')))('%s has the commands of its Chinese twin', page => {
  expect(commandsIn(page)).toEqual(commandsIn(page.replace('.md', '.zh-CN.md')));
});

it('shows in the README what the sample centre comes to', async () => {
  const { out } = await run([
    'audit',
    'fixtures/centers/luoshan-qingshiao.yaml',
    '--as-of',
    '2026-11-20',
    '--no-config',
  ]);
  const [, shown = ''] = /^\$ duibiao audit .*\n([\s\S]*?)^```$/mu.exec(read('README.md')) ?? [];
  const lines = shown.split('\n').filter(line => line !== '' && line !== '…');
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(out).toContain(line.replace(/……$/u, '').trimEnd());
});
