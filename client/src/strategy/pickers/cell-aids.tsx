import { fragmentText } from '@board/shared/model/read';
import type { CellAddress } from '@board/shared/model/strategy';
import { Suspense } from 'react';
import type * as Y from 'yjs';
import { useFragmentVersion } from '../follow-fragment.ts';
import { MechanismLines } from './mechanism-lines.tsx';
import { PartnerOffer } from './partner-offer.tsx';

/** What helps with the cell that is being written, below its text: documents in words, partners by name. Never in the way of what is typed. */
export function CellAids({ address, fragment }: { address: CellAddress; fragment: Y.XmlFragment }) {
  if (address.cell !== 'mechanisms' && address.cell !== 'partners') return null;
  // The cell does not wait for the words of its help.
  return (
    <Suspense fallback={null}>
      <Aids isPartners={address.cell === 'partners'} fragment={fragment} />
    </Suspense>
  );
}

function Aids({ isPartners, fragment }: { isPartners: boolean; fragment: Y.XmlFragment }) {
  useFragmentVersion(fragment);
  const text = fragmentText(fragment);
  return isPartners ? <PartnerOffer text={text} /> : <MechanismLines text={text} />;
}
