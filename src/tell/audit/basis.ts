import { both } from '../../model/base/text.ts';
import { dateText } from '../../words/facts/values.ts';
import { LABELS, label, packText, recordName, recordText, statusText } from '../../words/names.ts';
import { called } from '../../words/reader.ts';
import type { Block, Chapter } from '../block.ts';
import { chapter, paragraph, remark, table } from '../blocks.ts';
import type { Subject } from './subject.ts';

type Digest = readonly [what: string, name: string, sha256: string, remark?: string];

/** Everything that the result rests on, to the byte. */
const digestsOf = ({ audit: { profile, records = [], pack, scheme }, lang, tool }: Subject): readonly Digest[] => [
  [label('profile', lang), profile.path, profile.sha256],
  ...records.map((record): Digest => [recordName(record, lang), record.path, record.sha256, recordText(record, lang)]),
  [label('pack', lang), `${pack.id} ${pack.version}`, pack.sha256],
  [label('scheme', lang), scheme.id, scheme.sha256, scheme.title[lang]],
  [label('tool', lang), `${tool.name} ${tool.version}`, ''],
];

/** The same as lines, where a page is too narrow for a table. */
export const digests = (subject: Subject): Chapter =>
  chapter('digests', '', {
    kind: 'fields',
    tone: 'soft',
    rows: digestsOf(subject).map(([name, of, sha256]) => ({
      name,
      texts: [],
      words: [...(sha256 === '' ? [] : [`sha256:${sha256}`]), of],
    })),
  });

export const inForceText = ({ audit: { asOf }, lang }: Subject): string =>
  both(`按 ${dateText(asOf, 'zh')}有效的要求审核`, `the requirements in force on ${asOf}`)[lang];

/** What the result rests on, and what the pack's authors say of their reading. */
export const basis = (subject: Subject): Chapter => {
  const { audit, lang } = subject;
  const { pack } = audit;
  const status = statusText(pack.status, lang);
  const standing = status && both(`（${status}）`, ` (${status})`)[lang];
  const notes: readonly Block[] =
    pack.notes.length === 0 ? [] : [{ kind: 'list', items: pack.notes.map(note => note[lang]) }];
  const title = both('依据与校验', 'Basis and digests')[lang];
  const rows = digestsOf(subject).map(([what, name, sha256, remark = '']) => ({
    cells: [what, `${name} ${remark}`.trimEnd(), sha256],
  }));
  return chapter(
    'basis',
    title,
    paragraph([packText(pack, lang), ...(standing === '' ? [] : [{ text: standing, strong: true } as const])]),
    remark(
      both(
        `${inForceText(subject)}。同样的申报、标准、计分方案和日期，得到的结果逐字节相同。`,
        `By ${inForceText(subject)}. The same profile, pack, scheme and date give the same result to the byte.`,
      )[lang],
    ),
    table('digests', rows, [
      { title: called(pack.vocabulary, LABELS.subject)[lang], kind: 'name', width: 8 },
      { title: label('name', lang), kind: 'text', width: 32 },
      { title: 'SHA-256', kind: 'digest', width: 60 },
    ]),
    ...notes,
  );
};

/** Where people sign on paper; the tool signs nothing. */
export const signatures = ({ audit, lang }: Subject): Chapter => {
  const when = both('日期：　　　　年　　月　　日', 'Date:')[lang];
  const head = both('被检查单位负责人（签字、盖章）', 'Head of the centre (signature, seal)');
  return chapter('signatures', both('签字', 'Signatures')[lang], {
    kind: 'signatures',
    signers: [
      { who: both('检查人（签字）', 'Inspector (signature)')[lang], when },
      { who: called(audit.pack.vocabulary, head)[lang], when },
    ],
  });
};
