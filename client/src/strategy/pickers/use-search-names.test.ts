import { expect, test } from 'vitest';
import { asWrittenAnyhow } from './use-search-names.ts';

test('TA113 a State is found by its name with and without spaces', () => {
  expect(asWrittenAnyhow(['Viet Nam', 'France'])).toEqual(['Viet Nam', 'France', 'VietNam']);
});
