import type { Timeframe } from '@board/shared/model/strategy';
import type { TFunction } from 'i18next';

const inWords = { short: 'timeframe.inShort', medium: 'timeframe.inMedium', long: 'timeframe.inLong' } as const;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** `2027-03` in the reader's language: March 2027. Where the browser has no month names in it, in figures: 03/2027. */
export function monthWords(month: string, language: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  const format = formatOf(language, { month: 'short', year: 'numeric' });
  return format ? format.format(date) : `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** The twelve months by name, or by figure where the browser has no names. */
export function monthNames(language: string): string[] {
  const format = formatOf(language, { month: 'long' });
  return Array.from({ length: 12 }, (_, index) =>
    format ? format.format(new Date(Date.UTC(2027, index, 1))) : String(index + 1).padStart(2, '0'),
  );
}

/** A timeframe in one short line, '' for an empty one. */
export function timeframeWords(timeframe: Timeframe, language: string, t: TFunction<'strategy'>): string {
  const from = timeframe.from && monthWords(timeframe.from, language);
  const to = timeframe.to && monthWords(timeframe.to, language);
  const span =
    from && to
      ? from === to
        ? from
        : t('timeframe.between', { from, to })
      : from
        ? t('timeframe.fromOnly', { month: from })
        : to && t('timeframe.toOnly', { month: to });
  return [span, timeframe.term && t(inWords[timeframe.term])].filter(Boolean).join(', ');
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  const key = `${language}.${options.month}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const hasNames = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const format = hasNames ? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }) : null;
  formats.set(key, format);
  return format;
}
