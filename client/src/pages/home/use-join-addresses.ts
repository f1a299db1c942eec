import { useEffect, useState } from 'react';
import { getServerFacts } from '../../api/commands.ts';
import { joinAddresses } from './join-address.ts';

/** The addresses under which others open the board, best first. */
export function useJoinAddresses(): string[] {
  const [addresses, setAddresses] = useState<string[]>(() => joinAddresses([], location.origin));
  useEffect(() => {
    void getServerFacts().then(
      (answer) => answer.ok && setAddresses(joinAddresses(answer.value.addresses, location.origin)),
    );
  }, []);
  return addresses;
}
