import { expect, test } from 'vitest';
import { wifiCode } from './wifi-code.ts';

test('SC7 the QR code of a Wi-Fi holds the very name and password', () => {
  expect(wifiCode({ name: 'Hall', password: 'river12345' })).toBe('WIFI:T:WPA;S:Hall;P:river12345;;');
  expect(wifiCode({ name: 'a;b:"c"', password: 'x\\y,z12345' })).toBe(
    'WIFI:T:WPA;S:a\\;b\\:\\"c\\";P:x\\\\y\\,z12345;;',
  );
  expect(wifiCode({ name: 'Open hall', password: '' })).toBe('WIFI:T:nopass;S:Open hall;;');
});
