import type { Lang } from '../model/base/text.ts';
import { FORM_WORDS } from '../words/forms.ts';
import type { Form, FormPack } from './form.ts';

const levelLabel = ({ pack, level }: FormPack, lang: Lang): string => pack.levels[level]?.[lang] ?? level;

/** What a scorecard by itself asks: 窗口考核表　申报表. */
const ofCard = ({ pack: { title } }: FormPack, lang: Lang, word: { zh: string; en: string }): string => {
  const said =
    word === FORM_WORDS.title ? FORM_WORDS.cardTitle : word === FORM_WORDS.tableTitle ? FORM_WORDS.table : word;
  return lang === 'zh' ? `${title.zh}　${said.zh}` : `${title.en}: ${said.en}`;
};

/** 罗山县乡镇（街道）便民服务中心标准化建设情况申报表. */
export const titleText = ({ packs }: Form, lang: Lang, word: { zh: string; en: string } = FORM_WORDS.title): string => {
  const [first, ...others] = packs;
  if (first === undefined) return word[lang];
  if (others.length === 0 && first.pack.rules.length === 0) return ofCard(first, lang, word);
  const issuer = others.length === 0 ? first.pack.document.issuer[lang] : '';
  return lang === 'zh'
    ? `${issuer}${levelLabel(first, lang)}${word.zh}`
    : `${[issuer, levelLabel(first, lang)].filter(part => part !== '').join(' ')}: ${word.en}`;
};

const documentText = ({ pack }: FormPack, lang: Lang): string => {
  const { title, number, issued } = pack.document;
  const particulars = [number, issued].filter(part => part !== undefined).join('，');
  return lang === 'zh' ? `《${title}》${particulars === '' ? '' : `（${particulars}）`}` : pack.title.en;
};

export const basisText = ({ packs }: Form, lang: Lang): string =>
  FORM_WORDS.basis[lang] + packs.map(item => documentText(item, lang)).join(lang === 'zh' ? '、' : '; ');

/** Names of sheets: at most 31 characters, and none of those that a workbook forbids. */
export const sheetName = (text: string): string =>
  text
    .replaceAll(/[[\]:*?/\\]/gu, ' ')
    .slice(0, 31)
    .trim();
