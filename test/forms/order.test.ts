import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateCommand } from '../../src/cli/template.ts';
import { buildForm, type Form } from '../../src/forms/form.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { DAY, run } from '../support/tool.ts';

const SILENT = { out: () => undefined, err: () => undefined, color: false, columns: 80, isTTY: false };

const LUOSHAN = join('fixtures', 'centers', 'luoshan-qingshiao.yaml');

const idsIn = ({ sections, checklists, lists }: Form): readonly string[] => [
  ...[...sections, ...checklists].flatMap(({ fields }) => fields.map(({ definition }) => definition.id)),
  ...lists.map(({ field }) => field.definition.id),
];

describe('a form in the order of the document', () => {
  it.each(shippedLibrary().packIds())('%s: asks the same, under the parts of the document in their order', async id => {
    const pack = succeed(await shippedLibrary().pack(id));
    for (const level of Object.keys(pack.levels) as readonly (keyof typeof pack.levels)[]) {
      const usual = buildForm([{ pack, level }], level);
      const form = buildForm([{ pack, level }], level, [], 'document');
      expect([...idsIn(form)].sort()).toEqual([...idsIn(usual)].sort());
      const parts = pack.sections.map(section => `${section.clause} ${section.title.zh}`);
      const headings = form.themes.map(({ label }) => label.zh).filter(label => parts.includes(label));
      expect(headings.length).toBeGreaterThan(0);
      expect(headings).toEqual(parts.filter(part => headings.includes(part)));
      expect(form.themes[0]?.id).toBe('center');
    }
  });

  it.each(['yaml', 'xlsx'])('is read back from %s as it was filled in', async ending => {
    const output = join(newFolder(), `form.${ending}`);
    const asked = { lang: 'zh', pack: ['luoshan-2021'], level: 'township', from: LUOSHAN, order: 'document' } as const;
    expect(await templateCommand({ ...asked, output }, SILENT)).toBe(0);
    const [before, after] = await Promise.all(
      [LUOSHAN, output].map(file => run(['audit', file, ...DAY, '--fail-on', 'none', '-o', 'jsonl'])),
    );
    const told = (out = ''): unknown => {
      const { score, counts, findings, problems } = JSON.parse(out);
      const outcomes = findings.map(({ rule, outcome }: { rule: string; outcome: string }) => [rule, outcome]);
      return { score, counts, outcomes, problems };
    };
    expect(told(after?.out)).toEqual(told(before?.out));
  });
});
