import { holds } from './held.ts';

// What changed under packs and under a scorecard, in one language or the other; kept is what that is told of.
holds(
  'changes',
  /^kept\/star-(?:.+\/zh|02\/en)$|^compare\/seasons\/(?:all\/)?zh$|^rounds\/seasons\/terminal\/zh$|^(?:compare|rounds)\/star\/en$/u,
);
