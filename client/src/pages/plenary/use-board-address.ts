import { useEffect, useState } from 'react';
import { getServerFacts } from '../../api/commands.ts';
import { joinAddresses } from '../home/join-address.ts';

/** Where phones reach the board: the address that this page was opened with, if others can reach it, else the server's best. Null until the server has answered. */
export function useBoardAddress(): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await getServerFacts();
      if (!isWanted) return;
      if (answer.ok) setAddress(joinAddresses(answer.value.addresses, location.origin)[0] ?? location.origin);
      else timer = setTimeout(() => void ask(), 5000);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);
  return address;
}
