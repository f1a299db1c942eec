/** A piece of text that words are compared by, with its place in the text. */
export interface Unit {
  /** Folded; an Arabic word also without the particles that are written together with it. */
  forms: readonly string[];
  start: number;
  end: number;
}

/** How a language's text is cut into pieces, so that its words are found. */
export interface Reading {
  unitsOf: (text: string) => Unit[];
  /** Pieces that are compared whole: for where a beginning says nothing. */
  isWhole: boolean;
  /** Words that may stand between the words of a term without parting them. */
  fillers: readonly string[];
}

/** By language. */
export const readings: Readonly<Record<string, Reading>> = {
  en: { unitsOf: (text) => words(text, plain), isWhole: false, fillers: ['s'] },
  fr: {
    unitsOf: (text) => words(text, plain),
    isWhole: false,
    fillers: 'de du des d l la le les à au aux un une en et leur leurs ses son sa'.split(' '),
  },
  ar: { unitsOf: (text) => words(text, withoutParticles), isWhole: false, fillers: 'في من على إلى عن'.split(' ') },
  km: {
    unitsOf: clusters,
    isWhole: true,
    fillers:
      'នៃ របស់ លើ ចំពោះ ក្នុង នៅ និង ដល់ ទៅ នូវ ជា ការ អំពើ ភាព ដែល ប្រឆាំង នឹង ដោយ ប្រកប សម្រាប់ ពី អំពី ខាង ផ្នែក គ្រប់ ទាំងអស់ បាន មាន ឲ្យ តាម ជន ន៍'.split(
        ' ',
      ),
  },
};

/** Without case, accents, vowel marks, kashida and joiners, and with one letter for the Arabic ones that writers interchange. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200c-\u200f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

function words(text: string, formsOf: (word: string) => string[]): Unit[] {
  // A soft hyphen, a joiner or a direction mark stands inside a word and does not part it.
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\u00ad\u200c-\u200f]+/gu)].flatMap(({ 0: word, index }) => {
    const folded = fold(word);
    return folded === '' ? [] : [{ forms: formsOf(folded), start: index, end: index + word.length }];
  });
}

function plain(word: string): string[] {
  return [word];
}

/** In the order in which they stand: and, then; with, like, to; the. */
const particles = ['و', 'ف', 'ب', 'ك', 'ل', 'لل', 'ال'] as const;

/** All that may be meant, since a particle looks like a word's own first letter; what is no word is simply not in the list. */
function withoutParticles(word: string): string[] {
  const forms = new Set([word]);
  for (const particle of particles) {
    for (const form of [...forms]) {
      if (form.startsWith(particle) && form.length - particle.length >= 2) forms.add(form.slice(particle.length));
    }
  }
  return [...forms];
}

/** A Khmer letter with all that is written around it, a sign that ends a sentence, or a word in Latin letters. */
const cluster =
  /[\u1780-\u17b3](?:[\u200b-\u200d]*(?:\u17d2[\u200b-\u200d]*[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd]))*|[\u17d4-\u17d6,;.:()]|[\p{Script=Latin}\p{N}]+/gu;

/**
 * Khmer has no spaces between words, and zero-width ones wherever a writer sets them. So a word is a run of letters, each
 * with its signs: `ត្រី` (fish) does not stand in `ស្ត្រី` (woman), although its characters do.
 */
function clusters(text: string): Unit[] {
  return [...text.matchAll(cluster)].map(({ 0: letters, index }) => ({
    forms: [foldCluster(letters)],
    start: index,
    end: index + letters.length,
  }));
}

/** One order and one sign for what looks the same: writers and keyboards differ. */
function foldCluster(letters: string): string {
  const bare = letters.replace(/[\u200b-\u200d]/g, '').replace(/\u17d2\u178a/g, '\u17d2\u178f');
  const below = (bare.match(/\u17d2[\u1780-\u17b3]/g) ?? []).sort(
    (a, b) => Number(a === '\u17d2\u179a') - Number(b === '\u17d2\u179a'),
  );
  const signs = (bare.match(/[\u17b6-\u17d1\u17dd]/g) ?? []).sort().join('');
  const rest = bare.replace(/\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd]/g, '').toLowerCase();
  return (rest + below.join('') + signs)
    .replace('\u17b8\u17c1', '\u17be')
    .replace('\u17b6\u17c1', '\u17c4')
    .replace('\u17b9', '\u17b7')
    .replace('\u17b1', '\u17b2');
}
