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
