import 'i18next';
import type agenda from './locales/en/agenda.json';
import type amendments from './locales/en/amendments.json';
import type catalogue from './locales/en/catalogue.json';
import type charter from './locales/en/charter.json';
import type comments from './locales/en/comments.json';
import type drafting from './locales/en/drafting.json';
import type frame from './locales/en/frame.json';
import type gallery from './locales/en/gallery.json';
import type group from './locales/en/group.json';
import type hall from './locales/en/hall.json';
import type home from './locales/en/home.json';
import type join from './locales/en/join.json';
import type merge from './locales/en/merge.json';
import type pickers from './locales/en/pickers.json';
import type plenary from './locales/en/plenary.json';
import type presenting from './locales/en/presenting.json';
import type reading from './locales/en/reading.json';
import type screen from './locales/en/screen.json';
import type start from './locales/en/start.json';
import type strategy from './locales/en/strategy.json';
import type takehome from './locales/en/takehome.json';
import type vote from './locales/en/vote.json';

/**
 * English is the list of words that exist: `t('…')` with a key that it lacks does not compile.
 * One line for each namespace.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: {
      amendments: typeof amendments;
      agenda: typeof agenda;
      catalogue: typeof catalogue;
      charter: typeof charter;
      comments: typeof comments;
      drafting: typeof drafting;
      frame: typeof frame;
      gallery: typeof gallery;
      group: typeof group;
      hall: typeof hall;
      home: typeof home;
      join: typeof join;
      merge: typeof merge;
      screen: typeof screen;
      start: typeof start;
      strategy: typeof strategy;
      takehome: typeof takehome;
      pickers: typeof pickers;
      plenary: typeof plenary;
      presenting: typeof presenting;
      reading: typeof reading;
      vote: typeof vote;
    };
  }
}
