import { createWorkshop, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';

/** A server of its own with a workshop of one group; to be removed afterwards. */
export async function oneGroup(): Promise<{ server: ServerProcess; workshop: Workshop }> {
  const server = await ServerProcess.start();
  return { server, workshop: await createWorkshop(server.address, 'A workshop', ['Health']) };
}
