/** Why a workbook is not read. */
export type RefusalReason =
  | 'encrypted'
  | 'old-format'
  | 'web-page'
  | 'not-workbook'
  | 'damaged'
  | 'too-large'
  | 'too-many-cells'
  | 'too-wide'
  | 'no-sheets';

/** Thrown inside the workbook reader, from parser call-backs too; whoever opens a workbook catches it. */
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

/** What is read, or what stands in its place where that is refused. */
export const unlessRefused = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return otherwise;
  }
};
