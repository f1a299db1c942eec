import type { PersonJoined } from '@board/shared/commands';
import type { DeviceLinkMade, Devices, EnterWithLink } from '@board/shared/commands-devices';
import type { DeviceId, WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** The commands about one person's devices, as described in shared/src/commands-devices.ts. Apart from commands.ts, which every phone loads. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const workshop = (id: WorkshopId) => `/api/workshops/${id}`;

export function makeDeviceLink(id: WorkshopId): Answer<DeviceLinkMade> {
  return request({ method: 'POST', path: `${workshop(id)}/me/device-link`, body: {} });
}

export function takeBackDeviceLink(id: WorkshopId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/me/device-link` });
}

export function listDevices(id: WorkshopId): Answer<Devices> {
  return request({ method: 'GET', path: `${workshop(id)}/me/devices` });
}

export function endDevice(id: WorkshopId, device: DeviceId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/me/devices/${device}` });
}

export function enterWithLink(id: WorkshopId, body: EnterWithLink): Answer<PersonJoined> {
  return request({ method: 'POST', path: `${workshop(id)}/devices`, body });
}
