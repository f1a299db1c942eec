import { expect, test } from 'vitest';
import { loadStateNames } from './state-names.ts';
import { stateInAnyLanguage } from './state-names-elsewhere.ts';
import { stateCodes } from './states.ts';

test.each(['en', 'fr', 'es', 'ar', 'km'])('UP50 every State is known by its name in %s', async (language) => {
  const nameOf = await loadStateNames(language);
  expect(stateCodes.filter((code) => stateInAnyLanguage(nameOf(code)) !== code)).toEqual([]);
  for (const none of ['', 'Nirgendwo', 'les autres', 'غيرها']) expect(stateInAnyLanguage(none)).toBeNull();
});

test.each([
  ['المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية', 'GBR'],
  ['المملكه المتحده لبريطانيا العظمي وايرلندا الشماليه', 'GBR'],
  ['الولايات المتحدة الأمريكية', 'USA'],
  ['ألـمـانـيا', 'DEU'],
  ['إيران (جمهورية - الإسلامية)', 'IRN'],
  ['اكوادور', 'ECU'],
  ['فِرنسا', 'FRA'],
  ['អុីតាលី', 'ITA'],
  ['Costa de Marfil', 'CIV'],
])('UP99 long names of States and their other spellings are known: %s', (printed, code) => {
  expect(stateInAnyLanguage(printed)).toBe(code);
});
