import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Every part of a document or workbook as text, after each was parsed strictly. Throws for what is not well-formed. For tests. */
export function openedParts(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(part);
    parts.set(name, text);
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (problem) => {
      throw new Error(`${name}: ${problem.message}`);
    });
    parser.write(text).close();
  }
  return parts;
}

/** The visible text of a part, its elements taken out. */
export function visibleText(xml: string): string {
  return xml
    .replace(/<w:(?:br|tab)\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
