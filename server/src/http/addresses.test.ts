import { expect, test } from 'vitest';
import type { Config } from '../config.ts';
import { isPublic, ownAddress, reachableAddresses } from './addresses.ts';

const on = (host: string, publicUrl: string | null = null): Config => ({
  host,
  port: 8080,
  dataDir: './data',
  publicUrl,
  createKey: null,
  metricsKey: null,
});
const lan = ['192.168.1.20', '10.0.0.7'];

test('WO43 Others reach the server by its public address, else by each network, else by the address it listens on', () => {
  expect(reachableAddresses(on('0.0.0.0', 'https://board.example'), 8080, lan)).toEqual(['https://board.example']);
  expect(reachableAddresses(on('0.0.0.0'), 81, lan)).toEqual(['http://192.168.1.20:81', 'http://10.0.0.7:81']);
  expect(reachableAddresses(on('::'), 81, [])).toEqual(['http://127.0.0.1:81']);
  expect(reachableAddresses(on('10.0.0.7'), 81, lan)).toEqual(['http://10.0.0.7:81']);
  expect(ownAddress(on('::1'), 81)).toBe('http://[::1]:81');
});

test('WO44 Strangers may reach a public address or a proxy; a home network and this machine are no public address', () => {
  for (const host of [
    '127.0.0.1',
    'localhost',
    '192.168.1.20',
    '172.20.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '100.64.0.1',
  ]) {
    expect([host, isPublic(on(host), lan)]).toEqual([host, false]);
  }
  expect(isPublic(on('0.0.0.0'), lan)).toBe(false);
  for (const host of ['172.32.0.1', '8.8.8.8', '2001:db8::1', '100.128.0.1']) {
    expect([host, isPublic(on(host), lan)]).toEqual([host, true]);
  }
  expect(isPublic(on('0.0.0.0'), [...lan, '8.8.8.8'])).toBe(true);
  expect(isPublic(on('127.0.0.1', 'https://board.example'), lan)).toBe(true);
});
