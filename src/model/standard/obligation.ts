export const OBLIGATIONS = ['must', 'should', 'may'] as const;

/** As worded: 应, 须, 不低于 · 原则上, 一般, 宜 · 可, 鼓励, 探索. */
export type Obligation = (typeof OBLIGATIONS)[number];
