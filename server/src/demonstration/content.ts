import { agenda } from './content-agenda.ts';
import { recommendations } from './content-recommendations.ts';
import { groups } from './content-strategies.ts';
import type { Demonstration } from './demonstration.ts';

/** The demonstration workshop: a State, people and words that do not exist. */
export const demonstration: Demonstration = {
  title: 'After the review: our plan for Velmora (demonstration)',
  country: 'Republic of Velmora (invented)',
  cycle: '4',
  groups,
  recommendations,
  charter: {
    preamble:
      'We, organisations of civil society in Velmora, met for three days after our country’s review. We thank all who shared what they know, and we remember those who could not come.\nWe agree to carry out the following actions together, to tell each other openly how they go, and to meet again half way to the next review.',
    closing: 'We ask our partners and our government to work with us on them.',
    items: [{ group: null, text: 'We meet every six months to compare what we have done with what is written here.' }],
  },
  agenda,
  now: 3,
};
