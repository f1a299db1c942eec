import { expect, test } from 'vitest';
import { readLeadInPosition, readPositionWord } from './positions.ts';

test('UP18 the words of lists and tables give a position', () => {
  for (const word of ['Supported', '- Supported', 'ACCEPTED', 'support', 'Acceptée'])
    expect([word, readPositionWord(word)]).toEqual([word, 'supported']);
  for (const word of ['Noted', '- Noted', 'Not Supported', 'rejected', 'reject', 'Rejetée'])
    expect([word, readPositionWord(word)]).toEqual([word, 'noted']);
  for (const word of ['Pending', 'under consideration', 'will be examined'])
    expect([word, readPositionWord(word)]).toEqual([word, 'pending']);
});

test('UP18 words that are not known give none', () => {
  for (const word of ['Partially supported', 'Voluntary Pledge', 'implemented', '', 'yes', 'S'.repeat(4000)])
    expect(readPositionWord(word)).toBe(null);
});

test('UP9 lead-in sentences give a position, refusals first', () => {
  const cases: Record<string, string | null> = {
    'The recommendations listed below enjoy the support of Samora:': 'supported',
    'The following recommendations have been examined by Samora and enjoy the support of Samora:': 'supported',
    'The recommendations below have been accepted by Samora:': 'supported',
    'The Government accepts the following recommendations:': 'supported',
    'The following recommendations did not enjoy the support of Samora and would thus be noted:': 'noted',
    'Samora could not support the recommendations below:': 'noted',
    'The recommendations listed below have been noted by Samora:': 'noted',
    'Samora takes note of the following recommendations:': 'noted',
    'The recommendations below were rejected:': 'noted',
    'The following recommendations will be examined by Samora, which will provide responses in due time:': 'pending',
    'Les recommandations ci-après recueillent l’appui du pays:': 'supported',
    'Las recomendaciones que figuran a continuación serán examinadas:': 'pending',
    'The delegation thanked all speakers for their recommendations:': null,
  };
  for (const [words, position] of Object.entries(cases))
    expect([words, readLeadInPosition(words)]).toEqual([words, position]);
});

test('UP74 lead-ins that say “its support”, “has accepted”, and the like in French and Spanish are known', () => {
  const cases: Record<string, string> = {
    'The recommendations made in the dialogue have been examined by Samora and enjoy its support:': 'supported',
    'Samora has accepted the recommendations listed below:': 'supported',
    'Les recommandations ci-après ont été examinées par le Samora et recueillent son appui :': 'supported',
    'Les recommandations ci-après ont été examinées par le Samora, qui y souscrit :': 'supported',
    'Les recommandations ci-après ont été examinées par le Samora, qui les a acceptées :': 'supported',
    'Las recomendaciones siguientes fueron examinadas por Samora y cuentan con su apoyo:': 'supported',
    'The recommendations listed below do not enjoy its support:': 'noted',
    'Samora has not accepted the recommendations listed below:': 'noted',
    'Les recommandations ci-après ne recueillent pas son appui :': 'noted',
    'Les recommandations ci-après ont été examinées par le Samora, qui n’y souscrit pas :': 'noted',
    'Les recommandations ci-après ont été examinées par le Samora, qui ne les a pas acceptées :': 'noted',
    'Las recomendaciones siguientes no cuentan con su apoyo:': 'noted',
  };
  for (const [words, position] of Object.entries(cases))
    expect([words, readLeadInPosition(words)]).toEqual([words, position]);
  expect(readLeadInPosition('Las recomendaciones siguientes cuentan con su apoyo parcial:')).toBe(null);
});

test('UP52 support in part or in principle gives no position; what has been carried out in part already may well be supported', () => {
  const cases: Record<string, ReturnType<typeof readLeadInPosition>> = {
    'Partially enjoys the support of Samora': null,
    'Has been accepted in part': null,
    'are supported (in part)': null,
    'Samora accepts the following recommendations in principle': null,
    'ont recueilli l’appui partiel du Samora': null,
    'cuentan con el apoyo parcial de Samora': null,
    'enjoy the support of Samora, which has implemented them in part': 'supported',
    'enjoy the support of Samora and have been partially implemented': 'supported',
    'enjoy the support of Samora, in particular the first': 'supported',
    'did not enjoy the support of Samora': 'noted',
  };
  for (const [words, position] of Object.entries(cases))
    expect([words, readLeadInPosition(words)]).toEqual([words, position]);
});
