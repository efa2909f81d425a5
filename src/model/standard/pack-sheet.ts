import type { Bilingual } from '../base/text.ts';

const column = <K extends string>(key: K, zh: string, en: string, width: number) => ({ key, title: { zh, en }, width });

/** The columns of a pack as a sheet, a row for each sentence and each rule that carries it. */
export const PACK_COLUMNS = [
  column('clause', '条号', 'Clause', 12),
  column('sentence', '原文', 'Sentence', 46),
  column('rule', '规则编号', 'Rule', 22),
  column('levels', '级别', 'Levels', 12),
  column('section', '章节', 'Section', 12),
  column('obligation', '措辞', 'Obligation', 9),
  column('draft', '草稿', 'Draft', 7),
  column('title', '名称', 'Title', 22),
  column('title_en', '名称（英文）', 'Title in English', 22),
  column('cited', '引用条号', 'Cites', 14),
  column('when', '条件', 'When', 24),
  column('require', '检验', 'Check', 46),
  column('due', '期限', 'Due', 12),
  column('remedy', '整改', 'Remedy', 30),
  column('remedy_en', '整改（英文）', 'Remedy in English', 30),
  column('verify', '核验', 'Verify', 24),
  column('verify_en', '核验（英文）', 'Verify in English', 24),
  column('note', '说明', 'Note', 30),
  column('note_en', '说明（英文）', 'Note in English', 30),
  column('more', '规则其他', 'More of the rule', 24),
  column('reason', '理由', 'Reason', 12),
  column('remark', '登记备注', 'Remark in the ledger', 30),
  column('ledger', '登记其他', 'More of the ledger', 24),
  column('text', '指纹', 'Fingerprint', 18),
  column('file', '文件', 'File', 16),
  column('order', '序号', 'Order', 7),
] as const satisfies readonly { readonly key: string; readonly title: Bilingual; readonly width: number }[];

export type PackColumn = (typeof PACK_COLUMNS)[number]['key'];

export type PackRow = Readonly<Partial<Record<PackColumn, string>>>;

/** A pack as rows, with the files that are no rules and no ledger, line by line. */
export interface PackSheet {
  readonly rows: readonly PackRow[];
  readonly files: readonly { readonly file: string; readonly lines: readonly string[] }[];
}

export const PACK_SHEETS: Readonly<Record<'rules' | 'files', Bilingual>> = {
  rules: { zh: '逐句', en: 'Sentences' },
  files: { zh: '其他文件', en: 'Other files' },
};

/** Keys of a rule that have columns of their own, in both languages where they are texts. */
export const RULE_TEXTS = ['title', 'remedy', 'verify', 'note'] as const;
