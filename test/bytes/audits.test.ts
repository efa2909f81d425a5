import { holds } from './held.ts';

holds(
  'audits',
  /^(?:luoshan-qingshiao\.(?:yaml|xlsx\/annotated|yaml\/(?:plan|terminal-60))|ci\/(?!without-waivers|unreadable\/zh).+|quoted)\/zh$|^ci\/en$/u,
);
