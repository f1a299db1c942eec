import fc from 'fast-check';
import { expect, test } from 'vitest';
import { committees, readMechanisms, writeMechanism } from './mechanisms.ts';

const one = (text: string) => readMechanisms(text)[0];

test('ST61 symbols of treaty bodies tell the committee, the State and the round, with paragraphs', () => {
  expect(one('see CEDAW/C/KHM/CO/6 para. 25(b)')).toMatchObject({
    kind: 'concluding',
    committee: 'CEDAW',
    country: 'KHM',
    rounds: '6',
    symbol: 'CEDAW/C/KHM/CO/6',
    paragraphs: ['25(b)'],
  });
  expect(one('E/C.12/KHM/CO/2, § 25')).toMatchObject({ committee: 'CESCR', country: 'KHM', paragraphs: ['25'] });
  expect(one('(CERD/C/SVN/CO/8-11, paras. 10–12 and 14 (a))')).toMatchObject({
    rounds: '8-11',
    paragraphs: ['10–12', '14(a)'],
  });
  expect(one('CRC/C/OPSC/KHM/CO/1')).toMatchObject({ committee: 'CRC', country: 'KHM' });
  expect(one('CCPR/CO/84/SVN')).toMatchObject({ kind: 'concluding', committee: 'CCPR', country: 'SVN' });
  expect(one('CEDAW/C/KHM/CO/4-5/Add.1')?.symbol).toBe('CEDAW/C/KHM/CO/4-5/Add.1');
  expect(one('CRC/C/15/Add.219')).toMatchObject({ kind: 'committee', committee: 'CRC', symbol: 'CRC/C/15/Add.219' });
  expect(one('CAT/C/SVN/CO/3para. 12')).toMatchObject({ symbol: 'CAT/C/SVN/CO/3', paragraphs: ['12'] });
  expect(one('CEDAW/C/GC/35')).toMatchObject({ kind: 'committee', committee: 'CEDAW' });
});

test('ST61 documents of the Council, the Working Group and the Assembly are told apart', () => {
  expect(one('A/HRC/39/73')).toMatchObject({ kind: 'council', session: 39, resolution: false });
  expect(one('A/HRC/RES/5/1')).toMatchObject({ kind: 'council', session: 5, resolution: true });
  expect(one('A/HRC/WG.6/18/KHM/2')).toMatchObject({ kind: 'review', session: 18, country: 'KHM' });
  expect(one('A/72/377')).toMatchObject({ kind: 'assembly', session: 72 });
  expect(one('A/HRC/43/15/Add.1')?.symbol).toBe('A/HRC/43/15/Add.1');
});

test('ST61 a symbol is known as people type it: in small letters, with spaces, with Khmer, Arabic and full-width figures', () => {
  expect(one('cedaw / c / khm / co / 6')?.symbol).toBe('CEDAW/C/KHM/CO/6');
  expect(one('CEDAW/C/KHM/CO/៦ កថាខណ្ឌ ២៥')).toMatchObject({ rounds: '6', paragraphs: ['25'] });
  expect(one('CEDAW/C/KHM/CO/٦، الفقرة ٢٥')?.symbol).toBe('CEDAW/C/KHM/CO/6');
  expect(one('Ａ/ＨＲＣ/３９/７３')?.symbol).toBe('A/HRC/39/73');
});

test('ST61 several references in one text keep their order and their places', () => {
  const text = 'A/HRC/39/73; CAT/C/AFG/CO/2, para. 7\nCRPD/C/SVN/CO/1';
  const found = readMechanisms(text);
  expect(found.map(({ symbol }) => symbol)).toEqual(['A/HRC/39/73', 'CAT/C/AFG/CO/2', 'CRPD/C/SVN/CO/1']);
  expect(text.slice(found[1]!.from, found[1]!.to)).toBe('CAT/C/AFG/CO/2, para. 7');
});

test('ST61 what is no symbol is nothing: suggestions never invent', () => {
  for (const text of [
    '',
    'A/B',
    'and/or',
    'CEDAW',
    'CEDAW Committee 2019',
    '1/2/3',
    'http://a/72',
    'XCEDAW/C/KHM/CO/6',
  ])
    expect(readMechanisms(text)).toEqual([]);
});

test('ST61 every well-formed reference is read back as it is written, wherever it stands', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPRSTUVWXYZ');
  const country = fc.tuple(letter, letter, letter).map((letters) => letters.join(''));
  const paragraphs = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom('', '(a)', '(b)', '(c)')).map((parts) => parts.join('')),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...committees),
      country,
      fc.integer({ min: 1, max: 20 }),
      paragraphs,
      fc.constantFrom('', 'see ', '(', 'កំណត់: '),
      (committee, state, round, paras, before) => {
        const symbol = `${committee === 'CESCR' ? 'E/C.12' : `${committee}/C`}/${state}/CO/${round}`;
        const text = `${before}${writeMechanism({ symbol, paragraphs: paras })}; more`;
        const [found, ...others] = readMechanisms(text);
        expect(others).toEqual([]);
        expect(found).toMatchObject({ kind: 'concluding', committee, country: state, symbol, paragraphs: paras });
      },
    ),
    { seed: 61, numRuns: 500 },
  );
});

test('ST61 any text is read without a throw and in time, and places lie inside it', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'CEDAWHRC/.12 -–(ab),§para៦٦Ａ\n'), maxLength: 400 });
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ maxLength: 200 })), (text) => {
      let last = 0;
      for (const { from, to } of readMechanisms(text)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }),
    { seed: 62, numRuns: 500 },
  );
  const before = Date.now();
  for (const piece of ['A/', 'CEDAW/C/', '1 - ', 'A/HRC/1/1, para. 1, ']) readMechanisms(piece.repeat(10_000));
  expect(Date.now() - before).toBeLessThan(5000);
});
