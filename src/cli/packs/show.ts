import type { Lang } from '../../model/base/text.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import { ownSchemes, type Pack, rulesFor } from '../../model/standard/pack.ts';
import { tellEffective } from '../../tell/effective.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { bindingName, clauseText } from '../../words/names.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { show } from '../show.ts';
import { outLine } from '../terminal.ts';
import { baseOf, openPack, type PackOptions } from './open.ts';

export interface ShowOptions extends PackOptions {
  /** Where each part of each rule comes from. */
  readonly effective?: boolean;
}

const COUNT = { zh: '条', en: 'rules' } as const;

const ABSENT = { zh: '未注明', en: 'not given' } as const;

const SCORED = { zh: '计分', en: 'Scored by' } as const;

const READINGS: Readonly<Record<Lang, (count: number) => string>> = {
  zh: count => (count === 0 ? '' : `，另有 ${count} 种读法`),
  en: count => (count === 0 ? '' : `, ${count} other ${count === 1 ? 'reading' : 'readings'}`),
};

const head = (pack: Pack, lang: Lang): readonly string[] => {
  const { id, version, title, document, period, notes } = pack;
  return [
    `${title[lang]}  (${id} ${version})`,
    `  《${document.title}》 ${document.number ?? ''} ${document.issuer[lang]} ${document.issued ?? ABSENT[lang]}`,
    `  ${period.from ?? '…'} – ${period.until ?? '…'}`,
    ...ownSchemes(pack).map(scheme => `  ${SCORED[lang]} ${scheme.title[lang]} (${scheme.id})`),
    ...notes.map(note => `  * ${note[lang]}`),
  ];
};

/** A pack's particulars, and each of its rules in a line, by level and section. */
export const showCommand: Act<ShowOptions, [string]> = async (id, options, terminal) => {
  const { lang } = options;
  const { pack: read } = await openPack(id, options);
  if (!read.ok) return refuse(read.problems, lang, terminal);
  const pack = read.value;
  if (options.effective) {
    const base = await baseOf(pack, options);
    return show({ lang, document: () => tellEffective(pack, base, lang) }, [{ format: 'terminal' }], terminal);
  }
  for (const line of head(pack, lang)) outLine(terminal, line);
  for (const level of LEVELS) {
    const name = pack.levels[level];
    const rules = rulesFor(pack, level);
    if (name === undefined) continue;
    terminal.out('\n');
    outLine(terminal, `${name[lang]} · ${rules.length} ${COUNT[lang]}`);
    for (const { id: section, title } of pack.sections) {
      const own = rules.filter(rule => rule.section === section);
      if (own.length === 0) continue;
      terminal.out('\n');
      outLine(terminal, `  ${title[lang]}`);
      for (const rule of own)
        outLine(
          terminal,
          `    ${clauseText(rule)}  [${bindingName(rule)[lang]}] ${expectedText(rule, pack.vocabulary, lang)}  (${rule.id})${READINGS[lang](rule.readings?.length ?? 0)}`,
        );
    }
  }
  return EXIT.passed;
};
