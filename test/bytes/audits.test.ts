import { holds } from './held.ts';

holds(
  'audits',
  /^(?:luoshan-qingshiao\.(?:yaml|xlsx\/annotated|yaml\/plan)|ci\/(?:before|only-new|terminal|unreadable\/terminal|config))\/zh$|^quoted\/en$/u,
);
