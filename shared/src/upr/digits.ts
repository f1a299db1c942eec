/** Figures as Khmer and Arabic writers type them: Khmer, Arabic-Indic, Persian. Full-width ones come from NFKC. */
const zeros = [0x17e0, 0x0660, 0x06f0] as const;

/** Typed words as a recommendation’s number has them: figures as 0–9, and a point between them where others put a comma. */
export function asciiNumber(text: string): string {
  return asciiDigits(text).replace(/(?<=\d)[,٫](?=\d)/g, '.');
}

/** The same text with every figure as 0–9. Everything else, and the length, stays. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u17e0-\u17e9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (figure) => {
    const code = figure.charCodeAt(0);
    const zero = zeros.find((one) => code >= one && code <= one + 9) ?? 0xff10;
    return String(code - zero);
  });
}
