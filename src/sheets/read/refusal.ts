import type { ProblemOf } from '../../model/base/problem.ts';

export type RefusalReason = ProblemOf<'workbook-refused'>['reason'];

/** Thrown inside the workbook reader, from parser call-backs too; never leaves it. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

export const refuse = (reason: RefusalReason): never => {
  throw new Refusal(reason);
};
