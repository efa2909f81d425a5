import { holds } from './held.ts';

holds(
  'scorecards',
  /^hall\/01(?:\/(?:plan|all))?\/zh$|^monthly\/01\/uninspected(?:\/terminal)?\/zh$|^star\/01(?:\/uninspected)?\/en$/u,
);
