export type { Fix } from './front.ts';
export { fixGains, type Gain } from './gains.ts';
export { type Planned, planRoute, type Route } from './route.ts';
export { type Settling, settlings } from './settle.ts';
