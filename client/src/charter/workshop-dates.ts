/**
 * The days of an agenda in the reader's language, from the first to the last: `4–6 March 2027`. '' where no step has a day.
 * Where the browser has no dates in a language (Khmer in Chromium) they are written in figures, day first, as everywhere on the board.
 */
export function datesOf(days: readonly string[], language: string): string {
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return '';
  const hasDates = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const format = new Intl.DateTimeFormat(hasDates ? language : 'en-GB', {
    dateStyle: hasDates ? 'long' : 'short',
    timeZone: 'UTC',
  });
  return format.formatRange(Math.min(...times), Math.max(...times));
}
