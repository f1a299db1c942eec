import { pdf, type SheetMade, wordTable, workbook } from '../../../client/src/files/import/fixtures.ts';

/** A file as the browser's file field takes it. */
export interface ListFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function file(name: string, bytes: Uint8Array | string): ListFile {
  return { name, mimeType: '', buffer: Buffer.from(bytes) };
}

const heads = ['No', 'Recommendation', 'State', 'Position', 'Theme', 'SDGs'];
const states = ['Peru', 'Chad', 'Togo', 'Cuba', 'Mali', 'Fiji', 'Oman'];

/** A sheet with something of all that may look wrong. */
export function workbookWithTroubles(): Promise<Uint8Array> {
  const sheet: SheetMade = {
    name: 'Recommendations',
    rows: [
      heads,
      ['110.8', 'Mend the roads of the northern provinces before the rains', 'Peru', 'Supported', 'Roads', '9, 11.2'],
      ['110.9', 'Open a school within walking distance of every village', 'Argentinia', 'Supported', 'Schools', '4.1'],
      [110.1, 'Count all boats on the rivers, and publish the count each year', 'Chad', 'Noted', 'Rivers', '14'],
      ['110.11', 'Let the people of the islands choose their own council', 'Togo', 'Partially supported', null, null],
      ['110.12', 'Dig wells where the old ones have run dry', 'Mali', 'Partially supported', 'Water', '6.1'],
      ['110.12', 'Teach the first years of school in the language of the home', 'Fiji', 'Noted', 'Schools', '4'],
      ['110.14', 'Keep the archives of the courts open to all', 'Oman', 'Supported', 'Courts', '16.10'],
      ['All of this is a draft of the secretariat'],
    ],
    merges: ['E5:E5', 'A9:F9', 'E3:E4'],
    hiddenRows: [7],
  };
  return workbook([
    sheet,
    { name: 'Old list', rows: [heads, ['109.1', 'Mend the old roads', 'Peru', 'Noted', '', '']], state: 'hidden' },
  ]);
}

export function thematicList(): Promise<Uint8Array> {
  return wordTable(
    [
      ['Recommendation', 'Position', 'Full list of themes', 'Assessment/comments on level of implementation'],
      ['Theme: Roads and rivers'],
      ...states.map((state, at) => [
        `110.${at + 1} Mend road number ${at + 1} (${state});\nSource of Position: A/HRC/99/8 - Para 110`,
        at % 3 === 0 ? 'Noted' : 'Supported',
        '- Roads\n- Rivers & lakes\nSDGs: \n- 9 - INDUSTRY, INNOVATION AND INFRASTRUCTURE',
        '',
      ]),
    ],
    'UPR of Exampleland (4th Cycle - 48th Session) Thematic list of recommendations',
  );
}

export function reportPdf(): Uint8Array {
  return pdf([
    [
      [60, 760, 10, '110. The recommendations listed below enjoy the support of Exampleland:'],
      ...states.map((state, at): [number, number, number, string] => [
        90,
        730 - at * 20,
        10,
        `110.${at + 1} Mend road number ${at + 1} (${state});`,
      ]),
    ],
  ]);
}

/** As many rows as a sheet of all States in all cycles has. */
export function longTable(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${1 + Math.floor(at / 200)}.${(at % 200) + 1},"Mend road ${at}, and see that those who live beside it are heard before the work begins, in their own language",${states[at % states.length]},State ${Math.floor(at / 2000)},Supported`,
  );
  return ['No,Recommendation,RS,SuR,Response', ...lines].join('\n');
}
