import type { Cause } from '../model/result/compared.ts';
import type { KeptFinding, KeptResult } from '../model/result/kept.ts';
import { type FactIndex, factCauses } from './facts.ts';

/** One side of a comparison: a result, and all the facts that it tells. */
export interface Side {
  readonly result: KeptResult;
  readonly facts: () => FactIndex;
}

const DATED: ReadonlySet<string> = new Set(['not-in-force', 'not-yet-due']);

const dateOf = ({ reason }: KeptFinding): string | undefined =>
  reason !== undefined && DATED.has(reason.kind) ? reason.date : undefined;

/** A day on which a rule began, ended or fell due, where it lies between the two days asked about. */
const dateCauses = (from: KeptFinding, to: KeptFinding, [was, is]: readonly [string, string]): readonly Cause[] => {
  const [before, after] = [dateOf(from), dateOf(to)];
  const date = before ?? after;
  if (date === undefined || before === after || was === is) return [];
  const [first, last] = was < is ? [was, is] : [is, was];
  return first <= date && date <= last ? [{ kind: 'date', date, from: was, to: is }] : [];
};

/** What the two findings say of the rule itself, where it differs. */
export const ruleCauses = (from: KeptFinding, to: KeptFinding): readonly Cause[] => {
  const asked = from.expected.zh !== to.expected.zh;
  const binds = from.obligation !== to.obligation;
  const stands = from.clause.join('\n') !== to.clause.join('\n');
  if (!asked && !binds && !stands) return [];
  return [
    {
      kind: 'rule',
      ...(asked && { expected: { from: from.expected, to: to.expected } }),
      ...(binds && { obligation: { from: from.obligation, to: to.obligation } }),
      ...(stands && { clause: { from: from.clause, to: to.clause } }),
    },
  ];
};

const waiverCauses = (from: KeptFinding, to: KeptFinding): readonly Cause[] =>
  from.waived === to.waived ? [] : [{ kind: 'waiver', granted: to.waived }];

/** What two results rest on, where nothing that they tell of a rule differs. */
export const footingCause = (from: KeptResult, to: KeptResult): Cause => {
  if (from.pack.sha256 !== to.pack.sha256) return { kind: 'pack' };
  if (from.tool !== to.tool) return { kind: 'tool' };
  return { kind: from.profile.sha256 === to.profile.sha256 ? 'untold' : 'profile' };
};

const isTold = (cause: Cause): boolean =>
  cause.kind !== 'fact' || (cause.from.state !== 'untold' && cause.to.state !== 'untold');

/** Why a finding is not what it was. A fact that only one result tells is a reason where there is no other. */
export const causesOf = (was: KeptFinding, is: KeptFinding, from: Side, to: Side): readonly Cause[] => {
  const found = [
    ...factCauses({ finding: was, everywhere: from.facts }, { finding: is, everywhere: to.facts }),
    ...dateCauses(was, is, [from.result.asOf, to.result.asOf]),
    ...ruleCauses(was, is),
    ...waiverCauses(was, is),
  ];
  const told = found.filter(isTold);
  if (told.length > 0) return told;
  return found.length > 0 ? found : [footingCause(from.result, to.result)];
};
