import { useTranslation } from 'react-i18next';

/** Numbers, dates and lists in the reader's language, through Intl. Times are milliseconds since 1970. */
export interface Format {
  /** 1234 → 1,234 */
  number(value: number): string;
  /** 0.5 → 50 % */
  percent(share: number): string;
  /** 25 November 2026 */
  date(time: number): string;
  /** 14:05 */
  time(time: number): string;
  /** 25 November 2026 at 14:05 */
  moment(time: number): string;
  /** A time of the place as documents write it: `09:30` → 9:30 am, or as the language has it. */
  clock(time: string): string;
  /** A day as documents write it: `2027-03-04` → Thursday 4 March */
  day(day: string): string;
  /** a, b and c */
  list(parts: readonly string[]): string;
}

const known = new Map<string, Format>();

/** The formats of one language. Where the browser has no dates in it (Khmer in Chromium), dates are written in figures, day first. */
export function formatFor(language: string): Format {
  const found = known.get(language);
  if (found) return found;
  const hasDates = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const dateLocale = hasDates ? language : 'en-GB';
  const dateStyle = hasDates ? 'long' : 'short';
  const formats = {
    number: new Intl.NumberFormat(language),
    percent: new Intl.NumberFormat(language, { style: 'percent' }),
    date: new Intl.DateTimeFormat(dateLocale, { dateStyle }),
    time: new Intl.DateTimeFormat(dateLocale, { timeStyle: 'short' }),
    moment: new Intl.DateTimeFormat(dateLocale, { dateStyle, timeStyle: 'short' }),
    // What documents write has no zone: it is read and shown in the same one.
    clock: new Intl.DateTimeFormat(dateLocale, { timeStyle: 'short', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(dateLocale, dayParts(hasDates)),
    list: listFormat(language),
  };
  const format: Format = {
    number: (value) => formats.number.format(value),
    percent: (share) => formats.percent.format(share),
    date: (time) => formats.date.format(time),
    time: (time) => formats.time.format(time),
    moment: (time) => formats.moment.format(time),
    clock: (time) => formats.clock.format(Date.parse(`1970-01-01T${time}:00Z`)),
    day: (day) => formats.day.format(Date.parse(`${day}T00:00:00Z`)),
    list: formats.list,
  };
  known.set(language, format);
  return format;
}

/** Where the browser cannot join words in a language (Khmer in Chromium) it would do so in English: the words then stand with commas. */
function listFormat(language: string): (parts: readonly string[]) => string {
  if (Intl.ListFormat.supportedLocalesOf(language).length === 0) return (parts) => parts.join(', ');
  const format = new Intl.ListFormat(language, { type: 'conjunction' });
  return (parts) => format.format(parts);
}

function dayParts(hasNames: boolean): Intl.DateTimeFormatOptions {
  const names = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return { ...(hasNames ? names : { dateStyle: 'short' }), timeZone: 'UTC' };
}

/** The formats of the page's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(i18n.language);
}
