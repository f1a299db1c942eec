/** A time of the day that lies further ahead than this, in milliseconds, was meant for today and has passed. */
const nextNight = 12 * 60 * 60_000;

/** The moment at which a clock shows a time (`11:30`) next, in this device's zone; null when it has passed, or is no time. */
export function momentOf(clock: string, now: number): number | null {
  const [hours, minutes] = clock.split(':').map(Number);
  if (!/^\d\d:\d\d$/.test(clock) || hours === undefined || minutes === undefined) return null;
  const at = new Date(now);
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  const moment = at.getTime();
  return moment - now > nextNight && !isToday(moment, now) ? null : moment;
}

function isToday(moment: number, now: number): boolean {
  return new Date(moment).toDateString() === new Date(now).toDateString();
}
