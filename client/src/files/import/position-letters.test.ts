import type { Found } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import { bytesOf, readBytes } from './read-for-test.ts';

const said = ({ recommendations }: Found) =>
  recommendations.map(({ number, position, flags }) => {
    const asked = flags.find(({ kind }) => kind === 'position-unknown' || kind === 'positions-differ');
    return `${number} ${asked ? `? ${asked.detail}` : position}`;
  });
const under = async (heading: string, letters: readonly string[]) => {
  const rows = letters.map((letter, at) => `7.${at + 1};Mend the wells of the north;Peru;${letter}`);
  return said(await readBytes(bytesOf(`Number;Recommendation;State;${heading}\n${rows.join('\n')}\n`)));
};

test.each([
  ['S/N', 'S', 'N'],
  ['S / N', 's', 'n.'],
  ['A/N', 'A', 'N'],
  ['S or N', 'S', 'N'],
  ['Position (S/N)', 'S', 'N'],
  ['Supported/Noted', 'S', 'N'],
  ['Accepted or noted', 'A', 'N'],
  ['Supported (S) or noted (N)', 'S', 'N'],
  ['S = supported, N = noted', 'S', 'N'],
  ['Acceptée/Notée', 'A', 'N'],
  ['Soutenue / Notée', 'S', 'N'],
  ['Apoyada / Rechazada', 'A', 'R'],
  ['គាំទ្រ / កត់សម្គាល់', 'គ', 'ក'],
  ['S/N', 'Supported', 'N'],
])('UP109 letters below a heading that says what they mean are positions: %s', async (heading, yes, no) => {
  expect(await under(heading, [yes, no, yes])).toEqual(['7.1 supported', '7.2 noted', '7.3 supported']);
});

test('UP109 a letter that the heading does not tell, or tells twice, is asked about', async () => {
  expect(await under('Position', ['S', 'N'])).toEqual(['7.1 ? S', '7.2 ? N']);
  expect(await under('S/N', ['S', 'N', 'A', 'P'])).toEqual(['7.1 supported', '7.2 noted', '7.3 ? A', '7.4 ? P']);
  expect(await under('Apoyada / Anotada', ['A', 'A'])).toEqual(['7.1 ? A', '7.2 ? A']);
  expect(await under('مقبولة / مرفوضة', ['م', 'م'])).toEqual(['7.1 ? م', '7.2 ? م']);
});

test.each(['N/A', 'R/S', 'S', 'Session / Number'])('UP109 other headings of letters are none: %s', async (heading) => {
  expect(await under(heading, ['S', 'N'])).toEqual(['7.1 pending', '7.2 pending']);
});

test('UP109 a serial number is none, and takes no other column its place', async () => {
  const list = 'S/N;Number;Recommendation;Position\n1;7.1;Mend the wells (Peru);Supported\n2;7.2;Open (Chad);Noted\n';
  expect(said(await readBytes(bytesOf(list)))).toEqual(['7.1 supported', '7.2 noted']);
  const alone =
    'S/N;Recommendation;State\n1;7.1 Mend the wells of the north;Peru\n2;7.2 Open the archives of the war;Chad\n';
  expect(said(await readBytes(bytesOf(alone)))).toEqual(['7.1 pending', '7.2 pending']);
});

test.each([
  ['Supported;Noted', ['S;', ';N', 'S;'], ['supported', 'noted', 'supported']],
  ['Accepted;Rejected', ['A;', ';R', ';R'], ['supported', 'noted', 'noted']],
  ['Supported;Noted', ['Y;N', 'N;Y', 'Y;N'], ['supported', 'noted', 'supported']],
  ['Supported;Noted', ['Y;N', 'Y;N', 'Y;N'], ['supported', 'supported', 'supported']],
])('UP109 so is the first letter of its own head, where it is no “no”: %s %j', async (heads, marks, positions) => {
  const rows = marks.map((mark, at) => `7.${at + 1};Mend the wells of the north;Peru;${mark}`);
  const found = await readBytes(bytesOf(`Number;Recommendation;State;${heads}\n${rows.join('\n')}\n`));
  expect(said(found)).toEqual(positions.map((position, at) => `7.${at + 1} ${position}`));
});
