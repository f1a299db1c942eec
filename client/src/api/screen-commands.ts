import type {
  ClaimPairing,
  DecideOverlap,
  PairingBegun,
  PairingClaimed,
  PairScreen,
  SetScreen,
  SetWifi,
} from '@board/shared/commands-screen';
import type { WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** The commands of the hall's screens, as described in shared/src/commands-screen.ts. Apart from commands.ts, which every phone loads. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const workshop = (id: WorkshopId) => `/api/workshops/${id}`;

export function beginPairing(): Answer<PairingBegun> {
  return request({ method: 'POST', path: '/api/screens', body: {} });
}

export function claimPairing(body: ClaimPairing): Answer<PairingClaimed> {
  return request({ method: 'POST', path: '/api/screens/claim', body });
}

export function pairScreen(id: WorkshopId, body: PairScreen): Answer<null> {
  return request({ method: 'POST', path: `${workshop(id)}/screens`, body });
}

export function setScreen(id: WorkshopId, body: SetScreen): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/screen`, body });
}

export function setWifi(id: WorkshopId, body: SetWifi): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/wifi`, body });
}

export function forgetWifi(id: WorkshopId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/wifi` });
}

export function decideOverlap(id: WorkshopId, body: DecideOverlap): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/overlaps`, body });
}
