import { expect, test } from 'vitest';
import { readBytes } from './read-for-test.ts';

/** The signs of a Windows or Mac encoding, by their bytes. */
function encoded(words: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return Uint8Array.from([...words].map((sign) => bytes.get(sign) ?? 63));
}

function wide(words: string, isBig = false): Uint8Array {
  const bytes = new Uint8Array(words.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < words.length; at++) view.setUint16(at * 2, words.charCodeAt(at), !isBig);
  return bytes;
}

const lists = {
  en: ['No.\tRecommendation', '7.1\tMend the wells of the north', '7.2\tOpen the archives of the war'],
  fr: ['N°\tRecommandation', '7.1\tRéparer les puits de l’été', '7.2\tOuvrir les archives à Noël – déjà'],
  ar: ['الرقم\tالتوصية', '7.1\tإصلاح آبار المياه في القرى الشمالية', '7.2\tفتح أرشيف الحرب أمام الجميع'],
  km: ['លេខ\tអនុសាសន៍', '7.1\tជួសជុល​អណ្ដូង​ទឹក​នៅ​ភាគខាងជើង', '7.2\tបើក​បណ្ណសារ​នៃ​សង្គ្រាម'],
  both: [
    'No.\tRecommendation\tالتوصية\tState',
    '7.1\tMend the wells of the north and open all of them\tإصلاح الآبار\tPeru',
  ],
};
const textOf = (lines: readonly string[]) => lines.slice(1).map((line) => line.split('\t')[1]);

test.each(
  Object.entries(lists).flatMap(([name, lines]) => [false, true].map((isBig) => [name, isBig, lines] as const)),
)('UP102 two bytes for each sign are known without a mark: %s, %s', async (_, isBig, lines) => {
  const found = await readBytes(wide(lines.join('\r\n'), isBig));
  expect(found.encoding).toBe(isBig ? 'utf-16be' : 'utf-16le');
  expect(found.recommendations.map((one) => one.text)).toEqual(textOf(lines));
});

test.each([
  ['fr', 'windows-1252', lists.fr],
  ['fr', 'macintosh', lists.fr],
  ['ar', 'windows-1256', lists.ar],
  ['Arabic beside English', 'windows-1256', lists.both],
])(
  'UP102 letters of Windows and Mac are told apart, also where two scripts stand beside each other: %s, %s',
  async (_, encoding, lines) => {
    const found = await readBytes(encoded(lines.join('\r\n'), encoding));
    expect(found.encoding).toBe(encoding);
    expect(found.recommendations.map((one) => one.text)).toEqual(textOf(lines));
  },
);

test.each(['fr', 'ar', 'km'] as const)(
  'UP102 UTF-8 with a sign that was cut stays UTF-8, and the sign is flagged: %s',
  async (name) => {
    const long = [
      ...lists[name],
      ...Array.from({ length: 12 }, (_, at) => `7.${at + 3}\t${lists[name][1]!.split('\t')[1]}`),
    ];
    const whole = new TextEncoder().encode(`${long.join('\n')}é`);
    const found = await readBytes(whole.subarray(0, -1));
    expect(found.encoding).toBe('utf-8');
    expect(found.recommendations[0]!.text).toBe(textOf(lists[name])[0]);
    expect(found.recommendations.at(-1)!.flags.map(({ kind }) => kind)).toContain('letters-damaged');
  },
);
