import type { GroupId, WorkshopId } from '@board/shared/ids';

/** What an address tells a page. A page takes those of them that its path names. */
export interface Address {
  workshopId: WorkshopId;
  groupId: GroupId;
  /** A join code as it was typed, '' where there is none. */
  code: string;
}
