import { formatLocation, type Location } from '../../model/base/location.ts';
import type { Finding } from '../../model/finding/finding.ts';

/** What a finding turns on: what falls short, what is missing, or what decided it. */
export const causesOf = (finding: Finding): readonly { readonly fact: string; readonly location: Location }[] => {
  if (finding.outcome === 'not-applicable') {
    const { reason } = finding;
    return 'gaps' in reason ? reason.gaps : 'grounds' in reason ? reason.grounds : [];
  }
  if (finding.outcome === 'fail' && finding.shortfalls.length > 0) return finding.shortfalls;
  return finding.outcome === 'unknown' ? finding.gaps : finding.grounds;
};

/** Where to look, the place that matters most first, each once; the start of the profile where nothing decided. */
export const placesOf = (finding: Finding, root: Location): readonly [Location, ...Location[]] => {
  const places = causesOf(finding).map(({ location }) => location);
  const [first = root, ...more] = new Map(places.map(place => [formatLocation(place), place])).values();
  return [first, ...more];
};
