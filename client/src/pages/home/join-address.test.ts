import { expect, test } from 'vitest';
import { isLocalAddress, joinAddresses } from './join-address.ts';

test('UI9 a page opened under localhost offers an address that phones can open', () => {
  const fromServer = ['http://192.0.2.7:8080', 'http://198.51.100.4:8080', 'http://localhost:8080'];
  expect(joinAddresses(fromServer, 'http://localhost:8080')).toEqual(fromServer.slice(0, 2));
});

test('UI9 an address that this page was opened under comes first: it is known to work', () => {
  expect(joinAddresses(['http://192.0.2.7:8080'], 'https://board.example.org')).toEqual([
    'https://board.example.org',
    'http://192.0.2.7:8080',
  ]);
});

test('UI9 a server that only this machine can reach says so instead of pretending', () => {
  const [address] = joinAddresses(['http://localhost:8080'], 'http://127.0.0.1:8080');
  expect(isLocalAddress(address!)).toBe(true);
  expect(joinAddresses([], 'http://localhost:8080')).toEqual(['http://localhost:8080']);
});
