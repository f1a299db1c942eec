import type { Position } from '@board/shared/consensus/rules';

/** What a person wants to say in a vote. `reason` is a block's reason or a remark; '' when there is none. */
export interface Choice {
  position: Position;
  reason: string;
}
