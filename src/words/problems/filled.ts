import type { Bilingual } from '../../model/base/text.ts';
import type { DefectValues } from '../../model/scoring/scorecard-defect.ts';

/** A sentence with places for particulars. */
export type Sentence = (values: DefectValues) => Bilingual;

export const say = (zh: string, en: string): Sentence => {
  const fill = (text: string, values: DefectValues): string =>
    text
      .replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
      .replaceAll('{{', '{')
      .replaceAll('}}', '}');
  return values => ({ zh: fill(zh, values), en: fill(en, values) });
};
