import { leavesOut } from './exceptions.ts';
import type { AllStatement } from './positions-found.ts';
import { lastAtMost, type ReplyText } from './reply-text.ts';
import { type Stance, stanceBehind, stanceOf } from './stance.ts';
import { isUnsure } from './unsure.ts';

const takes = '(?:accepts?|supports?|endorses?|takes? note of|notes?)';
const those = '(?:made|received|contained|listed|addressed|above|below|from the|in the (?:report|working)|during)';

/** Sentences about those that are not named. Each must follow its verb at once, so that "considered all recommendations" says nothing. */
const restSentences: readonly RegExp[] = [
  /\b(?:all (?:of )?(?:the )?)?(?:other|remaining) recommendations(?: \w+){0,3}? (?:are|were|is|have been|enjoys?|cannot|do not)\b[^.;]{0,80}/gi,
  new RegExp(`\\b${takes} (?:all )?(?:of )?(?:the )?(?:other|remaining) recommendations\\b`, 'gi'),
  /\bles autres recommandations[^.;]{0,80}|\bprend note des autres recommandations/gi,
  /\blas demás recomendaciones[^.;]{0,80}/gi,
];
const allSentences: readonly RegExp[] = [
  new RegExp(`\\b${takes} all (?:of )?(?:the )?(?:\\d+ )?recommendations(?=\\s*(?:[.;,\\n]|$| ${those}\\b))`, 'gi'),
  new RegExp(
    `\\ball (?:of )?(?:the )?(?:\\d+ )?recommendations(?: ${those}){0,3} (?:are|were|have been|enjoy)\\b[^.;]{0,60}`,
    'gi',
  ),
  /\b(?:accepte|appuie) toutes les recommandations\b|\btoutes les recommandations (?:sont|ont été)[^.;]{0,60}/gi,
  /\b(?:acepta|apoya) todas las recomendaciones\b|\btodas las recomendaciones (?:son|fueron)[^.;]{0,60}/gi,
];

const exceptWords =
  "except(?:ing|ion)?(?: (?:for|of))?|but(?: for)?|other than|apart from|save(?: for)?|excluding|with the exception of|à l'exception (?:de|des)|sauf|hormis|excepto|salvo|con (?:la )?excepción de";
const exception = new RegExp(
  `\\b(?:all|toutes|tous|todas|todos)\\b[^.]{0,160}?(?<!\\p{L})(?:${exceptWords})(?!\\p{L})[^.]{0,60}$`,
  'iu',
);

/** "All but these": what is said of all others, and of these, as far as it is said. */
export interface Exception {
  stance: Stance | null;
  ofThese: Stance | null;
  section: string;
}

/** What the words around a list say when it is what "all" leaves out; null when it is not. */
export function exceptionIn(before: string, behind: string): Exception | null {
  const flat = before.replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'");
  if (!exception.test(flat)) return null;
  const section = /paragraphe?s? (\d{1,3})\b(?!\.\d)/i.exec(flat)?.[1] ?? '';
  const main = stanceOf(flat.replace(new RegExp(`(?<!\\p{L})(?:${exceptWords})(?!\\p{L})[^.]{0,60}$`, 'iu'), ''));
  const later = stanceBehind(behind);
  return main === null ? { stance: later, ofThese: null, section } : { stance: main, ofThese: later, section };
}

/** "Takes note of all other recommendations", "accepts all recommendations": those without exceptions. */
export function allStatements({ text, starts, lineAt }: ReplyText): AllStatement[] {
  const flat = text.replace(/\n/g, ' ');
  const found: AllStatement[] = [];
  const collect = (patterns: readonly RegExp[], which: AllStatement['which']): void => {
    for (const pattern of patterns) {
      for (const { 0: words, index } of flat.matchAll(pattern)) {
        const stance = stanceOf(words);
        const rest = flat.slice(index + words.length, index + words.length + 80);
        const hasException = new RegExp(`^[^.]*(?<!\\p{L})(?:${exceptWords})(?!\\p{L})`, 'iu').test(rest);
        const before = flat.slice(Math.max(starts[lastAtMost(starts, index)] ?? 0, index - 400), index);
        // What is left out before, by its number, has an own statement; what has no number is unknown.
        const leavesOthersOut = leavesOut(before) && !/\d\.\d/.test(before);
        if (
          stance === null ||
          leavesOthersOut ||
          isUnsure(`${words}${rest}`) ||
          (which === 'all' && (hasException || exception.test(words)))
        )
          continue;
        found.push({ stance, which, section: '', except: [], line: lineAt(index), words: words.slice(0, 240) });
      }
    }
  };
  collect(restSentences, 'rest');
  collect(allSentences, 'all');
  return found;
}
