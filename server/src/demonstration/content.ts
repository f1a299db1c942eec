import type { Demonstration } from './demonstration.ts';

/** The demonstration workshop's wording. */
export const demonstration: Demonstration = {
  title: 'Demonstration workshop',
  country: '',
  cycle: '',
  groups: [{ name: 'Fair trial', rows: [] }],
  recommendations: [],
  charter: { preamble: '', closing: '', items: [] },
};
