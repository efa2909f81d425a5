import { auditInputs } from '../../src/audit/inputs.ts';
import { once } from '../../src/model/base/memo.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from './inline.ts';

const audited = async (): Promise<readonly [Audit, Audit]> => {
  const library = shippedLibrary();
  const vocabulary = succeed(await library.vocabulary());
  const scheme = succeed(await library.scheme('default'));
  const files = ['luoshan-qingshiao', 'taojiang-zhuxiping'].map(name => ({ file: `fixtures/centers/${name}.yaml` }));
  const audits: Audit[] = [];
  for await (const event of auditInputs(files, library, vocabulary, { packs: [], asOf: '2026-11-01', scheme }))
    if (event.kind === 'audit') audits.push(event.audit);
  const [first, second] = audits;
  if (first === undefined || second === undefined) throw new Error('a sample centre could not be audited');
  return [first, second];
};

const known = once(audited);

/** The sample centres of the project against the packs in force for them. */
export const sampleCentres = (): Promise<readonly [Audit, Audit]> => known();
