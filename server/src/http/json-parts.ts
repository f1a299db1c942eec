/** What a JSON text may have. */
export interface JsonMost {
  /** Lists, objects, names and commas. */
  parts: number;
  /** Levels of lists and objects in one another. */
  depth: number;
}

const [quote, backslash, comma, name, openList, openObject, endList, endObject] = [...'"\\,:[{]}'].map((sign) =>
  sign.charCodeAt(0),
);

/**
 * What a JSON text has too much of, told without reading it: a text that is nothing but lists takes thirty times its bytes
 * when it is read, and one that is nothing but short names a hundred times as long as one of words. What stands in words
 * does not count. Of what is no JSON it says something, too; the reader refuses that.
 */
export function tooMuchIn(json: Buffer, most: JsonMost): keyof JsonMost | null {
  let [parts, depth] = [0, 0];
  let isInWords = false;
  for (let at = 0; at < json.byteLength; at++) {
    const sign = json[at];
    if (sign === quote) isInWords = !isInWords;
    else if (isInWords) {
      if (sign === backslash) at += 1;
    } else if (sign === comma || sign === name) parts += 1;
    else if (sign === openList || sign === openObject) {
      parts += 1;
      depth += 1;
    } else if (sign === endList || sign === endObject) depth -= 1;
    if (parts > most.parts) return 'parts';
    if (depth > most.depth) return 'depth';
  }
  return null;
}
