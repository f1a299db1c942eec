import type { PersonJoined } from '@board/shared/commands';
import { type DeviceLinkMade, type Devices, enterWithLink, makeDeviceLink } from '@board/shared/commands-devices';
import { type DeviceId, isId } from '@board/shared/ids';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comeInWithLink, endDevice, listDevices, makeDeviceLink as make, type OnDevice } from '../workshop/devices.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { readBody } from './answers.ts';
import { person, setSession, tokenOf, whoAsks } from './cookies.ts';
import { GuessGuard } from './guesses.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtDevice = { Params: { id: string; deviceId: string } };

/** One person on several devices: how another one comes in, and how it is ended. */
export function deviceRoutes(app: FastifyInstance, tools: RouteTools): void {
  const { deviceLinks } = tools;
  // Counted apart: keys that are over must not keep a hall from joining.
  const guesses = new GuessGuard(tools.clock);

  app.post<AtWorkshop>('/workshops/:id/me/device-link', async (request, reply): Promise<DeviceLinkMade> => {
    readBody(makeDeviceLink, request.body);
    const workshop = await workshopAt(tools, request);
    const made = make(workshop, deviceLinks, onDevice(request, workshop));
    void reply.code(201);
    return made;
  });

  app.delete<AtWorkshop>('/workshops/:id/me/device-link', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    deviceLinks.takeBack(workshop.id, person(request, workshop).id);
    return reply.code(204).send();
  });

  app.get<AtWorkshop>('/workshops/:id/me/devices', async (request): Promise<Devices> => {
    const workshop = await workshopAt(tools, request);
    return listDevices(workshop, deviceLinks, onDevice(request, workshop));
  });

  app.delete<AtDevice>('/workshops/:id/me/devices/:deviceId', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    const by = onDevice(request, workshop);
    const { deviceId } = request.params;
    if (!isId<DeviceId>(deviceId)) throw new Refusal('unknown-device');
    await endDevice(workshop, by, deviceId);
    return reply.code(204).send();
  });

  app.post<AtWorkshop>('/workshops/:id/devices', async (request, reply): Promise<PersonJoined> => {
    const command = readBody(enterWithLink, request.body);
    const workshop = await workshopAt(tools, request);
    const owner = guesses.attempt(request.ip, () => deviceLinks.ownerOf(workshop.id, command.key, command.claim));
    const known = whoAsks(request, workshop);
    const isThere = known?.id === owner;
    const { person: one, token } = isThere
      ? { person: known, token: null }
      : await comeInWithLink(workshop, deviceLinks, command);
    if (token !== null) setSession(reply, workshop.id, token, tools.isSecure);
    void reply.code(isThere ? 200 : 201);
    return { personId: one.id, role: one.role, ...(one.groupId === null ? {} : { groupId: one.groupId }) };
  });
}

function onDevice(request: FastifyRequest, workshop: Workshop): OnDevice {
  return { person: person(request, workshop), token: tokenOf(request, workshop.id) ?? '' };
}
