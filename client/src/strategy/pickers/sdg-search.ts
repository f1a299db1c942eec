import { sdgCodes, sdgCodesLike } from '@board/shared/upr/sdg';
import { foldForSearch } from '../../fold-for-search.ts';
import type { SdgWords } from './sdg-words.ts';

/**
 * Codes that fit what was typed: by number, else by words of their titles and by the words that recommendations use for
 * them (`journalists` finds 16.10), in the reader's language or, where that finds nothing, in English. Nothing typed
 * finds nothing.
 */
export function searchSdg(typed: string, words: SdgWords | null, english: SdgWords | null = null): string[] {
  const byCode = sdgCodesLike(typed);
  if (byCode.length > 0) return byCode;
  const own = byWords(typed, words);
  return own.length > 0 ? own : byWords(typed, english);
}

function byWords(typed: string, words: SdgWords | null): string[] {
  const parts = foldForSearch(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0 || words === null) return [];
  const byTitle = sdgCodes.filter((code) => {
    const title = foldForSearch(words.nameOf(code).words);
    return parts.every((part) => title.includes(part));
  });
  const byLexicon = words.suggest(typed, 10, true).map(({ code }) => code);
  return [...new Set([...byTitle, ...byLexicon])];
}
