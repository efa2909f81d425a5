import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { newFolder } from '../support/folders.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const STEP = /^\s*\$ duibiao (.*)$/gmu;

/** The steps that a page prints between its first heading and the next. */
const stepsOf = (page: string): readonly string[] => {
  const [, first = ''] = readFileSync(join(ROOT, 'rules', page), 'utf8').split('\n## ');
  return [...first.matchAll(STEP)].flatMap(([, step]) => step ?? []);
};

const run = async (line: string): Promise<{ readonly code: number; readonly out: string }> => {
  const out: string[] = [];
  const keep = (text: string | Uint8Array): void => void out.push(String(text));
  const code = await main(line.split(' '), { out: keep, err: () => {}, color: false, columns: 100, isTTY: false });
  return { code, out: out.join('') };
};

/** Passed, or found something: no step of a manual may be refused. */
const DONE = [0, 1];

describe.each(['README.md', 'README.zh-CN.md'])('the steps of rules/%s', page => {
  it('work as they are printed, and none of them loses a word', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'document.txt'), readFileSync(join(ROOT, 'fixtures', 'packs', 'document.txt')));
    const ledger = join(folder, 'my-county', 'clauses.yaml');
    const steps = stepsOf(page);
    expect(steps.length).toBeGreaterThan(6);
    for (const [index, step] of steps.entries()) {
      const { code } = await run(step.replaceAll(/my-county|document\.txt/gu, name => join(folder, name)));
      expect([step, DONE.includes(code)]).toEqual([step, true]);
      const text = readFileSync(ledger, 'utf8');
      if (index === 0) writeFileSync(ledger, text.replace('rules: []', 'reason: heading\n    note: 标题'));
      else expect(text).toContain('note: 标题');
    }
  });

  it('and so do those that `packs new` prints', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'document.txt'), readFileSync(join(ROOT, 'fixtures', 'packs', 'document.txt')));
    const { out } = await run(`packs new ${join(folder, 'my-county')}`);
    for (const [, step = ''] of out.matchAll(/^ {2}duibiao (.*)$/gmu)) {
      const line = step.replaceAll(/原文\.txt|DOCUMENT\.txt/gu, join(folder, 'document.txt'));
      const { code } = await run(line.replace(/-o (\S+)/u, (_, file) => `-o ${join(folder, file)}`));
      expect([step, DONE.includes(code)]).toEqual([step, true]);
    }
  });
});
