import { expect, test } from 'vitest';
import { addressOf } from './networks.ts';

const from = (remoteAddress: string, forwarded?: string, hasProxy = true): string =>
  addressOf(
    { socket: { remoteAddress } as never, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
    hasProxy,
  );

test('WI106 Where a request comes from is told by a proxy on this machine and by nobody else', () => {
  expect(from('127.0.0.1', '10.0.0.1')).toBe('10.0.0.1');
  expect(from('::ffff:127.0.0.1', '10.0.0.9, 10.0.0.1')).toBe('10.0.0.1');
  expect(from('::1', '10.0.0.1, 127.0.0.1')).toBe('10.0.0.1');
  expect(from('127.0.0.1')).toBe('127.0.0.1');
  expect(from('127.0.0.1', '')).toBe('127.0.0.1');
  expect(from('10.0.0.2', '10.0.0.1')).toBe('10.0.0.2');
  expect(from('127.0.0.1', '10.0.0.1', false)).toBe('127.0.0.1');
});
