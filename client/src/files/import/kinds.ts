import { Unreadable } from './unreadable.ts';

/** What a file's first bytes say it is. `sheet-text`: a page or an old XML workbook under the name of a spreadsheet. */
export type Container = 'zip' | 'pdf' | 'xls' | 'sheet-text' | 'text';

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const others: readonly (readonly number[])[] = [
  // 7z, gzip, RAR, MP3 and an executable of Windows.
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x49, 0x44, 0x33],
  [0x4d, 0x5a, 0x90, 0x00],
];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
/** A page, or a workbook as XML of 2003. */
const sheetText =
  /^\W{0,6}\s*<(?:!doctype html|html|table|meta)\b|<workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application progid="Excel/i;
/** Characters of the beginning that are looked at. */
const start = 1024;

/**
 * Tells what a file is by its bytes; its name is not asked, since a picture may be called .xlsx. Throws `Unreadable` with
 * the reason for files of known kinds that hold no list.
 */
export function containerOf(bytes: Uint8Array): Container {
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, start));
  if (head.includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, oldOffice)) return oldOfficeKind(bytes);
  if (isPicture(bytes, head)) throw new Unreadable('picture');
  if (head.startsWith('{\\rtf')) throw new Unreadable('old-word');
  if (others.some((magic) => startsWith(bytes, magic))) throw new Unreadable('other-file');
  if (sheetText.test(head)) return 'sheet-text';
  return 'text';
}

/** False for bytes that are of one of the other kinds, or of a kind that holds no list. */
export function isLikeText(bytes: Uint8Array): boolean {
  try {
    return containerOf(bytes) === 'text';
  } catch {
    return false;
  }
}

function isPicture(bytes: Uint8Array, head: string): boolean {
  return (
    pictures.some((magic) => startsWith(bytes, magic)) ||
    /^RIFF....WEBP/s.test(head) ||
    /^....ftyp(?:heic|heix|mif1|avif)/s.test(head) ||
    /^BM....\0\0\0\0/s.test(head)
  );
}

/** Names of streams in an old Office file stand in it as UTF-16, letter, zero, letter, zero. */
function oldOfficeKind(bytes: Uint8Array): Container {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const has = (name: string) => names.includes(name);
  if (has('EncryptedPackage')) throw new Unreadable('protected');
  if (has('Workbook') || has('Book\0')) return 'xls';
  if (has('WordDocument')) throw new Unreadable('old-word');
  throw new Unreadable(bytes.length < 2048 ? 'damaged' : 'other-file');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
