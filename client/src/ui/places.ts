import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';

/** The pages inside a workshop, by their word. */
export type Place = 'home' | 'agenda' | 'catalogue' | 'group' | 'presenting' | 'plenary' | 'charter' | 'vote' | 'print';

/** A page inside a workshop, those too that the running head does not lead to. */
export type HerePlace = Place | 'takeHome';

export interface PlaceLink {
  place: Place;
  href: string;
  newWindow: boolean;
}

/** The pages that a person is led to, beside the agenda, which everybody reaches from the hall's strip. The rights are the server's; this only leaves out what would be refused or useless. */
export function placesFor(workshopId: WorkshopId, me: Pick<Me, 'role' | 'groupId'> | null): PlaceLink[] {
  const to = (place: Place, path: string, newWindow = false): PlaceLink => ({
    place,
    href: `/w/${workshopId}${path}`,
    newWindow,
  });
  if (me === null) return [];
  const home = to('home', '');
  const catalogue = to('catalogue', '/catalogue');
  const presenting = to('presenting', '/presenting');
  const charter = to('charter', '/charter');
  switch (me.role) {
    case 'facilitator':
      return [
        home,
        to('agenda', '/agenda'),
        catalogue,
        presenting,
        charter,
        screenOf(workshopId),
        to('print', '/charter/print'),
      ];
    case 'member': {
      const group = me.groupId ? [to('group', `/group/${me.groupId}`)] : [];
      return [home, ...group, charter, to('vote', '/vote')];
    }
    case 'observer':
      return [home, charter, to('plenary', '/plenary')];
    case 'screen':
      return [home, screenOf(workshopId)];
  }
}

/** The projector's page, in a window that can be drawn to the projector. */
function screenOf(workshopId: WorkshopId): PlaceLink {
  return { place: 'plenary', href: `/screen#${workshopId}`, newWindow: true };
}
