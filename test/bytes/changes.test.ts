import { holds } from './held.ts';

// Each kind of what changed, of packs and of each scorecard, in one language or the other.
holds(
  'changes',
  /^kept\/|^(?:compare|rounds)\/(?:seasons|monthly)(?:\/|$).*zh$|^(?:compare|rounds)\/(?:star|hall)\/en$/u,
);
