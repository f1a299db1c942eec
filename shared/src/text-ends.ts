/**
 * A text without the signs at its ends that two patterns of one sign each find. Each sign is looked at once: `/[…]+$/` begins
 * anew at every sign of a long row that does not end the text, which takes minutes for a megabyte of them.
 */
export function withoutEnds(text: string, atStart: RegExp, atEnd: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && atStart.test(text.charAt(start))) start += 1;
  while (end > start && atEnd.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
