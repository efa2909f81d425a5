import type { Lang } from '../model/base/text.ts';
import type { Silence } from '../model/finding/silence.ts';
import { LEVELS } from '../model/profile/profile.ts';
import type { Case } from '../model/standard/case.ts';
import type { Guide, GuideRest, GuideRule, GuideSection } from '../model/standard/guide.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { Signed } from '../model/standard/signature.ts';
import { silenceText } from '../words/checks/meaning.ts';
import { dateText, factLabel } from '../words/facts/values.ts';
import { clauseText, levelName, OUTCOME_NAMES, REASON_NAMES, statusText } from '../words/names.ts';
import { pick, type Reader, voiced } from '../words/reader.ts';
import { factText } from '../words/scoring/stages.ts';
import type { Block, Chapter, Column, Document, Field, Row } from './block.ts';
import { chapter, fieldOf, fields, paragraph, signedTable, table } from './blocks.ts';
import { ruleFields } from './rule.ts';

const caseText = ({ expected, profile, asOf, level }: Case, reader: Reader): string => {
  const { vocabulary, lang } = reader;
  const facts = [...profile.facts].flatMap(([id, fact]) => {
    if (fact.state === 'undeclared' || fact.state === 'unreadable') return [];
    return [`${factLabel(vocabulary, id, lang)}${pick(reader, '：', ': ')}${factText(fact, id, vocabulary, lang)}`];
  });
  const all =
    facts.length === 0 ? pick(reader, '什么也没有填', 'nothing declared') : facts.join(pick(reader, '；', '; '));
  const besides = [level && levelName(level, lang), asOf && dateText(asOf, lang)].filter(one => one !== undefined);
  const when = besides.length === 0 ? '' : pick(reader, `（${besides.join('，')}）`, ` (${besides.join(', ')})`);
  return `${OUTCOME_NAMES[expected][lang]}${when} ← ${all}`;
};

const signedText = (signed: Signed, reader: Reader): string => {
  if (signed.state === 'unsigned') return pick(reader, '未签字', 'not signed');
  const { by, on } = signed.signature;
  return signed.state === 'valid'
    ? `${by} ${on}`
    : pick(reader, `${by} ${on} 签字后有改动，须重新签字`, `${by}, ${on}: changed since, to be signed anew`);
};

/** Who signed a rule; where it is to be signed, its cases, what is signed, and room for it. */
const signedFields = ({ signed, cases }: GuideRule, { toSign }: Guide, reader: Reader): readonly Field[] => [
  ...fieldOf(pick(reader, '示例', 'Cases'), ...new Set(cases.map(one => caseText(one, reader)))),
  ...fieldOf(
    pick(reader, '签字', 'Signed'),
    signed && signedText(signed, reader),
    toSign && signed ? pick(reader, `摘要 ${signed.digest}`, `digest ${signed.digest}`) : undefined,
    toSign && signed?.state !== 'valid'
      ? voiced(reader, {
          zh: '意见：________　姓名：________　日期：________',
          en: 'Opinion: ________ Name: ________ Date: ________',
        })
      : undefined,
  ),
];

const inForceText = ({ period, status }: Pack, reader: Reader): string => {
  const { from, until } = period;
  const days = [
    from && pick(reader, `${dateText(from, 'zh')}起`, `from ${dateText(from, 'en')}`),
    until && pick(reader, `至${dateText(until, 'zh')}`, `until ${dateText(until, 'en')}`),
  ];
  const said =
    days.filter(day => day !== undefined).join(pick(reader, '', ' ')) ||
    pick(reader, '文件未注明日期', 'the text gives no date');
  const remark = statusText(status, reader.lang);
  return remark === '' ? said : `${said}${pick(reader, '；', '; ')}${remark}`;
};

const head = ({ pack, level }: Guide, reader: Reader): readonly Block[] => {
  const { document, version, id, sha256 } = pack;
  const { lang } = reader;
  const levels = LEVELS.filter(candidate =>
    level === undefined ? pack.levels[candidate] !== undefined : candidate === level,
  );
  const counts = levels.map(each => {
    const rules = pack.rules.filter(rule => rule.levels.includes(each)).length;
    return voiced(reader, {
      zh: `${levelName(each, lang, pack)}：${rules} 条`,
      en: `${levelName(each, lang, pack)}: ${rules} rules`,
    });
  });
  return [
    fields([
      ...fieldOf(pick(reader, '文件', 'Document'), `《${document.title}》`, document.number),
      ...fieldOf(pick(reader, '发文单位', 'Issued by'), document.issuer[lang]),
      ...fieldOf(pick(reader, '发布日期', 'Issued'), document.issued && dateText(document.issued, lang)),
      ...fieldOf(pick(reader, '施行', 'In force'), inForceText(pack, reader)),
      ...fieldOf(pick(reader, '适用', 'Binds'), ...counts),
      ...fieldOf(pick(reader, '规则包', 'Rule pack'), `${id} ${version}`, `sha256:${sha256}`),
    ]),
    ...pack.notes.map((note): Block => paragraph(note[lang])),
  ];
};

const titleOf = ({ section }: GuideSection, reader: Reader): string =>
  section === undefined
    ? pick(reader, '其余各条', 'The rest of the document')
    : `${section.clause} ${section.title[reader.lang]}`;

/** Columns of words, or of figures after a first one of words. */
const columnsOf = (titles: string, kind: Column['kind']): readonly Column[] =>
  titles.split('|').map((title, index) => ({ title, kind: index === 0 ? 'text' : kind, width: index === 0 ? 3 : 1 }));

const overview = ({ sections }: Guide, reader: Reader): Block => {
  const rows = sections.map((section): Row => {
    const count = (obligation: Rule['obligation']): string =>
      String(section.rules.filter(({ rule }) => !rule.noDuty && rule.obligation === obligation).length);
    return {
      cells: [
        titleOf(section, reader),
        String(section.rules.length),
        count('must'),
        count('should'),
        count('may'),
        String(section.rest.length),
      ],
    };
  });
  const titles = voiced(reader, {
    zh: '章节|规则|应当|宜|可|不能由申报回答的句子',
    en: 'Section|Rules|Must|Should|May|Sentences no profile can answer',
  });
  return table('overview', rows, columnsOf(titles, 'figure'));
};

/** What holds of every rule that says nothing else. */
const ORDINARY: Silence = { undeclared: 'unknown', notApplicable: 'unknown', didNotOccur: 'unknown', empty: [] };

const specially = (silence: Silence, reader: Reader): readonly string[] => {
  const known = silenceText(ORDINARY, reader);
  return silenceText(silence, reader).filter(text => !known.includes(text));
};

const ruleBlocks = (own: GuideRule, guide: Guide, reader: Reader): readonly Block[] => [
  { kind: 'heading', level: 1, text: `${clauseText(own.rule)} ${own.rule.title[reader.lang]}`, anchor: own.rule.id },
  fields([
    ...ruleFields({ ...own, pack: guide.pack, missing: specially(own.silence, reader) }, reader),
    ...fieldOf(pick(reader, '编号', 'Id'), own.rule.id),
    ...signedFields(own, guide, reader),
  ]),
];

const restBlocks = (rest: readonly GuideRest[], reader: Reader): readonly Block[] => {
  if (rest.length === 0) return [];
  const quoted = rest.some(({ quote }) => quote !== undefined);
  const names = pick(reader, '条号|原因|备注', 'Clause|Why|Remark');
  const text = quoted ? `|${pick(reader, '原文', 'Text')}` : '';
  const rows = rest.map(({ entry: { clause, reason, note = '' }, quote }) => {
    const why = reason === undefined ? '' : REASON_NAMES[reason][reader.lang];
    return { cells: [clause, why, note, ...(quoted ? [quote?.text ?? ''] : [])] };
  });
  return [
    paragraph(pick(reader, '下列句子不能由申报回答：', 'No profile can answer these sentences:')),
    table('rest', rows, columnsOf(names + text, 'text')),
  ];
};

const signatures = (reader: Reader): Chapter =>
  chapter('signatures', pick(reader, '审阅签字', 'Signed off by'), signedTable(reader.lang, 3, 1));

/** A pack as a document: what it is, every rule in words made from its check, what no profile answers, room to sign. */
export const tellGuide = (guide: Guide, lang: Lang): Document => {
  const reader: Reader = { vocabulary: guide.pack.vocabulary, lang };
  return {
    lang,
    title: guide.pack.title[lang],
    head: [
      ...head(guide, reader),
      overview(guide, reader),
      paragraph(
        pick(reader, '没有另外说明的：', 'Unless a rule says otherwise: ') +
          silenceText(ORDINARY, reader).join(pick(reader, '；', '; ')),
      ),
    ],
    chapters: [
      ...guide.sections.map((section, index) =>
        chapter(
          `section-${index + 1}`,
          titleOf(section, reader),
          ...section.rules.flatMap(rule => ruleBlocks(rule, guide, reader)),
          ...restBlocks(section.rest, reader),
        ),
      ),
      signatures(reader),
    ],
  };
};
