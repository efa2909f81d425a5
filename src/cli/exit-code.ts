/** What the process ends with. In batch the worst wins: 4, 3, 1, 2, 0. */
export const EXIT = {
  passed: 0,
  failed: 1,
  undecided: 2,
  badInput: 3,
  internal: 4,
  usage: 64,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const FROM_WORST: readonly ExitCode[] = [
  EXIT.interrupted,
  EXIT.usage,
  EXIT.internal,
  EXIT.badInput,
  EXIT.failed,
  EXIT.undecided,
  EXIT.passed,
];

export const worst = (codes: readonly ExitCode[]): ExitCode =>
  FROM_WORST.find(code => codes.includes(code)) ?? EXIT.passed;
