import { isHalfSupport, readPositionWord } from '@board/shared/upr/positions';

const longestHead = 60;
/** How many of them there are stands behind a head. */
const count = /[\s:]*\(?\b\d{1,3}\)?\s*$/;
/** What is to be written below: "(Yes/No)", "(✓)". */
const marking =
  /\s*[([](?:yes|oui|sí|si|y|o|s|x|tick|✓|✔|نعم|បាទ)(?:\s*(?:[/|,]|or|ou|o|أو|ឬ)\s*(?:no|non|n|✗|لا|ទេ))?[)\]]\s*$/iu;
const whoBehind =
  /\s+(?:by|par|por) (?:the |le |la |l['’]|el |our )?(?:government|state|country|cabinet|gouvernement|état|etat|pays|gobierno|estado)$/iu;
const whoAhead =
  /^(?:the |le |la |l['’]|el )?(?:government|state|country|gouvernement|état|etat|gobierno|estado|الحكومة|الدولة|រដ្ឋាភិបាល)\s*[:–—-]\s*/iu;
/** Heads of narrow columns. */
const short: Readonly<Record<string, string>> = {
  'acc.': 'Accepted',
  'sup.': 'Supported',
  'supp.': 'Supported',
  'rej.': 'Rejected',
  'not.': 'Noted',
};

/** The position that a heading over marks is, without how many there are, whose it is and how to mark it. */
export function plainHead(heading: string): string {
  const plain = heading
    .replace(/\s+/g, ' ')
    .replace(count, '')
    .replace(/\?\s*$/, '')
    .replace(marking, '')
    .replace(whoBehind, '')
    .replace(whoAhead, '')
    .trim();
  const folded = plain.toLowerCase();
  return Object.hasOwn(short, folded) ? short[folded]! : plain;
}

/** Whether a heading is a position, so that the column below may mark the rows that have it. */
export function isTickHead(heading: string): boolean {
  return heading.length <= longestHead && (readPositionWord(plainHead(heading)) !== null || isHalfSupport(heading));
}
