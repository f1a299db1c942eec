import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from './page-header.tsx';
import { type HerePlace, type Place, placesFor } from './places.ts';
import { PresentingStrip } from './presenting-strip.tsx';

export interface WorkshopHeaderProps {
  workshopId: WorkshopId;
  /** Null while nothing is known yet. */
  view: LiveView | null;
  me: Me | null;
  /** The page that this is. */
  here: HerePlace;
  /** The state of saving, a group's mark. */
  children?: ReactNode;
}

type PlaceWord = Place | 'control';

/** The running head of every page inside a workshop, with the ways that are open to this person. */
export function WorkshopHeader({ workshopId, view, me, here, children }: WorkshopHeaderProps) {
  const { t } = useTranslation();
  const isFacilitator = me?.role === 'facilitator';
  const word = (place: Place): PlaceWord => (place === 'home' && isFacilitator ? 'control' : place);
  // Who does not write the charter comes to its printed page through the charter.
  const at = here === 'print' && !isFacilitator ? 'charter' : here;
  const links = placesFor(workshopId, me).map(({ place, href, newWindow }) => ({
    href,
    newWindow,
    current: place === at,
    label: t(`nav.${word(place)}`),
  }));
  // The workshop's own page begins with the workshop's title: its running head leads back to the board.
  const head =
    here === 'home'
      ? { title: t('board'), titleHref: '/' }
      : { title: view?.workshop.title || t('board'), titleHref: `/w/${workshopId}` };
  return (
    <>
      <PageHeader {...head} links={links} {...(view?.workshop.demonstration ? { note: t('demonstration') } : {})}>
        {children}
      </PageHeader>
      {view && here !== 'presenting' && <PresentingStrip workshopId={workshopId} view={view} me={me} />}
    </>
  );
}
