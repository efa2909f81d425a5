import { holds } from './held.ts';

// Each kind of what changed, of packs and of each scorecard, in one language or the other; kept is what that is told of.
holds(
  'changes',
  /^kept\/(?:.+\/zh|.+-02\/en)$|^(?:compare|rounds)\/(?:seasons|monthly)(?:\/|$).*zh$|^(?:compare|rounds)\/(?:star|hall)\/en$/u,
);
