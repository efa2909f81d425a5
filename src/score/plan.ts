export type { Fix } from './plan/front.ts';
export { fixGains, type Gain } from './plan/gains.ts';
export { type Planned, planRoute, type Route } from './plan/route.ts';
export { type Settling, settlings } from './plan/settle.ts';
