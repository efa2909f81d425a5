import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const PROFILE = 'fixtures/centers/luoshan-qingshiao.yaml';

/** Reports that the settings ask for; what of them is told and written, without `--quiet` and with it. */
it.each([
  ['[markdown, json=out.json]', [], true, true],
  ['[markdown, json=out.json]', ['--quiet'], false, true],
  ['[markdown]', ['--quiet'], false, false],
  ['[json=-]', [], true, false],
  ['[json=-]', ['--quiet'], false, false],
  ['[json=out.json]', [], false, true],
] as const)('outputs: %s %j tell: %j, write: %j', async (outputs, words, tells, writes) => {
  const folder = newFolder();
  const [settings, written] = [join(folder, 'duibiao.yaml'), join(folder, 'out.json')];
  writeFileSync(settings, `outputs: ${outputs}\n`);
  rmSync(written, { force: true });
  const { out } = await inside('audit', PROFILE, '--config', settings, '--fail-on', 'none', ...words);
  expect([out !== '', existsSync(written)]).toEqual([tells, writes]);
});
