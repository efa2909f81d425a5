import type * as sarif from 'sarif';
import type { Problem } from '../../model/base/problem.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Obligation, Pack, Rule } from '../../model/standard/pack.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { citationText, OBLIGATION_NAMES } from '../../words/names.ts';

export const LEVELS: Readonly<Record<Obligation, 'error' | 'warning' | 'note'>> = {
  must: 'error',
  should: 'warning',
  may: 'note',
};

interface Part {
  readonly label: Bilingual;
  readonly text: (lang: Lang) => string | undefined;
}

const partsOf = (rule: Rule, pack: Pack): readonly Part[] => [
  { label: { zh: '条款', en: 'Clause' }, text: () => citationText(pack.document.title, rule.clause) },
  { label: { zh: '约束', en: 'Binds as' }, text: lang => OBLIGATION_NAMES[rule.obligation][lang] },
  { label: { zh: '要求', en: 'Asked' }, text: lang => expectedText(rule, pack.vocabulary, lang) },
  { label: { zh: '核实', en: 'How to check' }, text: lang => rule.verify?.[lang] },
  { label: { zh: '整改', en: 'To do' }, text: lang => rule.remedy[lang] },
  { label: { zh: '说明', en: 'Note' }, text: lang => rule.note?.[lang] },
];

const help = (parts: readonly Part[], lang: Lang, line: (label: string, text: string, lang: Lang) => string): string =>
  parts
    .flatMap(({ label, text }) => {
      const said = text(lang);
      return said === undefined ? [] : [line(label[lang], said, lang)];
    })
    .join('\n');

const colon = { zh: '：', en: ': ' } as const;

const bullet = (label: string, text: string, lang: Lang): string =>
  `- **${label}**${colon[lang]}${text.replaceAll(/[\\`*_[\]<>]/gu, '\\$&')}`;

export const ruleOf = (rule: Rule, pack: Pack, clauses: readonly string[], lang: Lang): sarif.ReportingDescriptor => {
  const parts = partsOf(rule, pack);
  return {
    id: rule.id,
    name: rule.title[lang],
    shortDescription: { text: rule.title[lang] },
    fullDescription: { text: expectedText(rule, pack.vocabulary, lang) },
    help: {
      text: help(parts, lang, (label, text, spoken) => `${label}${colon[spoken]}${text}`),
      markdown: help(parts, lang, bullet),
    },
    defaultConfiguration: { level: LEVELS[rule.obligation] },
    relationships: rule.clause.map(clause => ({
      target: { id: clause, index: clauses.indexOf(clause), toolComponent: { name: pack.id, index: 0 } },
      kinds: ['relevant'],
    })),
    properties: { tags: [rule.obligation, rule.section], obligation: rule.obligation, section: rule.section },
  };
};

/** `input/unknown-fact` is read as `SubmissionUnknownFact`. */
const nameOf = (id: string): string =>
  `submission-${id.replace(/^.*\//u, '')}`.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());

const described = (id: string, text: string, level: 'error' | 'warning'): sarif.ReportingDescriptor => ({
  id,
  name: nameOf(id),
  shortDescription: { text },
  fullDescription: { text },
  help: { text, markdown: text },
  defaultConfiguration: { level },
});

/** What is wrong with files that were handed in goes by the code of the problem. */
export const problemRuleOf = ({ code, severity }: Problem, lang: Lang): sarif.ReportingDescriptor =>
  described(
    `input/${code}`,
    both(
      `提交的文件有问题（${code}），请按提示改正后重新提交`,
      `a problem with a file that was handed in (${code}): mend it as the message says and submit again`,
    )[lang],
    severity,
  );

export const gateRule = (lang: Lang): sarif.ReportingDescriptor =>
  described(
    'gate',
    both('这份申报表能否通过，由门槛设置决定', 'whether the submission passes the gate of its repository')[lang],
    'error',
  );

/** Every clause that a rule of the pack stands for, in order, each once. */
export const clausesOf = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(rules.flatMap(({ clause }) => clause)),
];

/** The standard as a taxonomy whose members are its clauses. */
export const taxonomyOf = (pack: Pack, clauses: readonly string[], lang: Lang): sarif.ToolComponent => {
  const { document } = pack;
  return {
    name: pack.id,
    version: pack.version,
    organization: document.issuer[lang],
    shortDescription: { text: pack.title[lang] },
    fullDescription: {
      text: [`《${document.title}》`, document.number, document.issued].filter(part => part).join(' '),
    },
    isComprehensive: false,
    taxa: clauses.map(clause => ({
      id: clause,
      name: clause,
      shortDescription: { text: citationText(document.title, [clause]) },
    })),
  };
};
