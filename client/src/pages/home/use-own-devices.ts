import type { Devices } from '@board/shared/commands-devices';
import type { DeviceId, WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { endDevice, listDevices } from '../../api/device-commands.ts';
import { meStores } from '../../sync/me.ts';
import { useCommand } from './use-command.ts';

/** Milliseconds between two looks while a code waits for a device. */
const lookingMs = 2_000;

/** The devices that this person has brought in; asked again whenever `sign` changes. Null while nothing is known. */
export function useOwnDevices(
  workshopId: WorkshopId,
  sign: unknown,
): {
  known: Devices | null;
  look: () => Promise<void>;
  end: (device: DeviceId, done: string) => Promise<boolean>;
} & Pick<ReturnType<typeof useCommand>, 'isBusy' | 'refusal'> {
  const [known, setKnown] = useState<Devices | null>(null);
  const { run, isBusy, refusal } = useCommand();
  const look = useCallback(async (): Promise<void> => {
    const answer = await listDevices(workshopId);
    if (answer.ok) setKnown(answer.value);
  }, [workshopId]);
  useEffect(() => void look(), [look, sign]);
  const isAwaited = known?.isAwaited === true;
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setInterval(() => void look(), lookingMs);
    return () => clearInterval(timer);
  }, [isAwaited, look]);
  const end = async (device: DeviceId, done: string): Promise<boolean> => {
    const isDone = await run(() => endDevice(workshopId, device), done);
    await meStores.get(workshopId).refresh();
    await look();
    return isDone;
  };
  return { known, look, end, isBusy, refusal };
}
