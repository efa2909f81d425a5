import type { Show } from './index.ts';

const json: Show = async told => told.json?.();

export default json;
