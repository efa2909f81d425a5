import { join } from 'node:path';
import { writeWhole } from '../../../batch/files/whole.ts';
import { reasonsOf } from '../../../model/base/problem.ts';
import type { Signature } from '../../../model/standard/signature.ts';
import { findLedger, loadSignatures } from '../../../read/pack/authored.ts';
import { signedRules } from '../../../read/pack/beside/signatures.ts';
import { unknownNames } from '../../../read/profile/names.ts';
import type { Act } from '../../cli.ts';
import { EXIT } from '../../exit-code.ts';
import { printProblems, refuse } from '../../problems.ts';
import { outLine, today } from '../../terminal.ts';
import { openPack, type PackOptions } from '../open.ts';

export interface SignOptions extends PackOptions {
  readonly by: string;
  /** The day; today unless said. */
  readonly on?: string;
  /** Rules; all unless said. */
  readonly rule?: readonly string[];
}

type Line = Pick<Signature, 'rule' | 'by' | 'on' | 'digest'>;

const fileOf = (signatures: readonly Line[]): string =>
  [
    '# 谁在哪一天签了哪一条；digest 管规则和原文句子，任何一处改了，签字作废。',
    'signatures:',
    ...signatures.map(
      ({ rule, by, on, digest }) => `  - { rule: ${rule}, by: ${JSON.stringify(by)}, on: ${on}, digest: "${digest}" }`,
    ),
    '',
  ].join('\n');

/** Puts a name under rules of a pack as they now read; what others signed stays. */
export const signCommand: Act<SignOptions, [string]> = async (id, options, terminal) => {
  const { lang, by, on = today() } = options;
  const { pack, folder } = await openPack(id, options);
  const ledger = await findLedger(folder);
  const before = await loadSignatures(folder);
  if (!pack.ok || ledger?.ok === false || !before.ok) return refuse(reasonsOf([pack, ledger, before]), lang, terminal);
  const known = signedRules(pack.value, ledger?.value, before.value);
  const own = pack.value.rules.map(rule => rule.id);
  const { rule: named = own } = options;
  const unknown = unknownNames('rule', named, own, '--rule');
  if (unknown.length > 0) {
    printProblems(unknown, lang, terminal);
    return EXIT.usage;
  }
  const signatures = own.flatMap((rule): readonly Line[] => {
    const found = known.get(rule);
    if (found === undefined) return [];
    if (named.includes(rule) && found.state !== 'valid') return [{ rule, by, on, digest: found.digest }];
    return found.state === 'unsigned' ? [] : [found.signature];
  });
  writeWhole(join(folder.path, 'signatures.yaml'), fileOf(signatures));
  const added = signatures.filter(one => known.get(one.rule)?.state !== 'valid' && named.includes(one.rule)).length;
  const [zh, en] = [
    `${folder.shown}/signatures.yaml：${by} 签了 ${added} 条，共 ${signatures.length}/${own.length} 条有签字`,
    `${folder.shown}/signatures.yaml: ${by} signed ${added} rules; ${signatures.length} of ${own.length} are signed`,
  ];
  outLine(terminal, lang === 'zh' ? zh : en);
  return EXIT.passed;
};
