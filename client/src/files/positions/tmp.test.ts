import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { readPositions } from './read-positions.ts';
import { findRuns } from './references.ts';

test('x', () => {
  for (const f of [
    'svn-c3-A_HRC_43_15_Add1.pasted-from-pdf.txt',
    'svn-c3-A_HRC_43_15.pasted-from-pdf.txt',
    'khm-c2-A_HRC_26_16.pasted-from-pdf.txt',
    'ohchr-matrix-svn-c3-2019.cells-flattened.txt',
    'upr-info-export-cambodia.csv',
    'derived/khm-c2-A_HRC_26_16.parsed.csv',
  ]) {
    const t = readFileSync('/work/shared/data/recommendations/' + f, 'utf8');
    const s = performance.now();
    const r = readPositions(t);
    console.log(f, performance.now() - s, r?.confidence, r?.statements.length, r?.all);
    if (f.includes('Add1'))
      for (const st of r!.statements)
        console.log(
          st.stance,
          st.by,
          st.lines[0],
          st.references
            .map(
              (x) =>
                `${x.section}.${x.from}${x.to > x.from ? '-' + x.to : ''}${x.misprint ? '!' + x.misprint + ':' + x.printed : ''}`,
            )
            .join(' '),
        );
  }
});

import { changesOf, settle } from './settle.ts';

test('y', () => {
  const samples = [
    '110.1, 110.2 and 110.5: supported\n110.3, 110.4 noted',
    '110.1 Supported\n110.2 Noted\n110.3 Partially accepted',
    '110.1\tSupported\tWe agree.\n110.2\tNoted\tNo.',
    '110.1\nSupported\n110.2\nNoted\n',
    '110.1,Supported\n110.2,Noted',
    'The Government supports recommendations 110.1–110.25 and takes note of recommendations 110.26, .28 and .30.',
    'Exampleland accepts all recommendations but 110.3 and 110.4, which are noted.',
    'All recommendations except for 110.3 enjoy the support of Exampleland.',
    'Recommendations 110.3 and 110.4 are noted. Recommendation 110.5 is not accepted. 110.6 to 110.8 enjoy the support of Exampleland.',
    'The State supports recommendations 110.1, 110.2; it notes all other recommendations.',
    "L'État accepte les recommandations 110.1 à 110.5 et prend note des recommandations 110.6, 110.7.",
    'El Estado acepta las recomendaciones 110.1 a 110.5. Toma nota de las recomendaciones 110.6 y 110.7.',
    'Supported recommendations\n\n110.1, 110.2,\n110.5\n\nNoted recommendations\n\n110.3\n110.4\n',
    'supports 110.35. 110.36, 110,37, 111.38, 110.39 recommendations\nThe State notes recommendations 110.1-110.5, 110.08, 110.9, 110.10.',
    'We support recommendations 110.5, 7, 9 and 11-13 and do not accept recommendation 110.14.',
    'Exampleland carefully considered all recommendations. The budget grew by 5.3 per cent.',
    'The recommendations in paragraphs 110.1, 110.2 and 110.4 cannot be supported.',
  ];
  for (const s of samples) {
    const r = readPositions(s);
    console.log(
      '>>',
      s,
      '\n',
      r?.confidence,
      JSON.stringify(r?.all.map((a) => [a.stance, a.which, a.except.map((x) => x.from)])),
    );
    for (const st of r?.statements ?? [])
      console.log(
        '   ',
        st.stance,
        st.by,
        st.references
          .map(
            (x) =>
              `${x.section}.${x.from}${x.to > x.from ? '-' + x.to : ''}${x.misprint ? '!' + x.misprint + ':' + x.printed : ''}`,
          )
          .join(' '),
      );
  }
});
