import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import { ownScheme } from '../model/standard/pack.ts';
import { shippedLibrary } from '../read/pack/library.ts';
import { textsOf } from '../site/answers.ts';
import { sitePage } from '../site/html.ts';
import { VERSION } from './version.ts';

/** The page's own code, which the build bundles: beside the built tool, else in the folder that the build makes. */
const scriptFile = (): string =>
  [join(import.meta.dirname, 'site.js'), join(import.meta.dirname, '..', '..', 'dist', 'site.js')].find(file =>
    existsSync(file),
  ) ?? 'dist/site.js';

/** The page for the site, by the scheme that an audit would use. */
export const siteOf = async (form: Form, profiles: readonly Profile[], lang: Lang): Promise<string> => {
  const [first] = form.packs;
  if (first === undefined) throw new Error('a form is by a pack');
  const { vocabulary, scheme: __, levelSchemes: ___, ...pack } = first.pack;
  const common = await shippedLibrary().scheme('default');
  const scheme = ownScheme(first.pack, form.level) ?? (common.ok ? common.value : undefined);
  if (scheme === undefined) throw new Error('the tool has a scheme of its own');
  const { themes, facts, lists } = vocabulary;
  const declared = profiles.map(profile => textsOf(profile, vocabulary));
  const data = {
    lang,
    version: VERSION,
    level: form.level,
    pack: { ...pack, rules: pack.rules.map(({ readings: _, ...rule }) => rule) },
    vocabulary: { themes, facts, lists },
    scheme,
    declared,
  };
  return sitePage(data, readFileSync(scriptFile(), 'utf8'));
};
