/** Signs that no file system takes, or that a shell or an archive reads as something else. */
const forbidden = /[\p{Cc}<>:"/\\|?*\ufffe\uffff]+/gu;

const longest = 80;

/** A file's name from words in any script: what no file system takes becomes a dash. Never empty, never a device or a hidden file. */
export function fileName(words: string, ending: string): string {
  const plain = words
    .toWellFormed()
    .replace(/\s*:\s+/g, ' - ')
    .replace(forbidden, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  const short = [...plain].slice(0, longest).join('').trim();
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short);
  return `${short === '' || isDevice ? `workshop${short === '' ? '' : ` ${short}`}` : short}.${ending}`;
}
