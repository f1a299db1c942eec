/** Letters of scripts that run from right to left. */
export const rtlSign = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction of the first letter that has one; `fallback` where there is none. */
export function startsRtl(text: string, fallback: boolean): boolean {
  for (const sign of text) {
    if (rtlSign.test(sign)) return true;
    if (/\p{L}/u.test(sign)) return false;
  }
  return fallback;
}
