import type { Timeframe } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';

/** A timeframe in words: "March 2027 – December 2028, medium term"; '' where nothing is set. */
export function useTimeframeWords(): (timeframe: Timeframe) => string {
  const { t, i18n } = useTranslation('plenary');
  return ({ from, to, term }) => {
    const months = [from, to].filter((month) => month !== '').map((month) => monthWords(month, i18n.language));
    const parts = [[...new Set(months)].join(' – '), term === '' ? '' : t(`term.${term}`)];
    return parts.filter((part) => part !== '').join(', ');
  };
}

/** `2027-03` as "March 2027"; in figures where the browser has no month names in that language. */
function monthWords(month: string, language: string): string {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return month;
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}
