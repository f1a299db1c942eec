import type { Wifi } from '@board/shared/screen-view';

/** What phones read from a QR code to join a Wi-Fi; signs that would end a part are escaped. */
export function wifiCode({ name, password }: Wifi): string {
  const kind = password === '' ? 'T:nopass' : 'T:WPA';
  const secret = password === '' ? '' : `P:${escaped(password)};`;
  return `WIFI:${kind};S:${escaped(name)};${secret};`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,":]/g, (sign) => `\\${sign}`);
}
