import { holds } from './held.ts';

holds('scorecards', /^(?:hall|monthly)\/01.*\/zh$|^star\/01.*\/en$/u);
