import { dateToSerial, format, getFormatFromId } from 'numfmt';
import type { Archive } from '../archive.ts';
import { readXml } from '../xml.ts';

/** Shows a cell's number as the sheet does: by the format of its style, 110.1 may be 110.10. */
export type NumberShower = (value: number, style: number) => string;

/** Reads the formats of a workbook's styles. A format that cannot be understood shows the number plainly. */
export async function readNumberFormats(archive: Archive, part: string): Promise<NumberShower> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isInCells = false;
  const xml = readXml({
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode'));
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) styles.push(Number(attribute('numFmtId')));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  if (archive.has(part)) {
    await archive.read(part, xml.write);
    xml.end();
  }
  return (value, style) => {
    const id = styles[style] ?? 0;
    return showNumber(value, codes.get(id) ?? (getFormatFromId(id) || 'General'));
  };
}

/** A number as a spreadsheet's format shows it. Never throws. */
export function showNumber(value: number, pattern: string): string {
  try {
    return format(pattern, value).trim();
  } catch {
    return format('General', value);
  }
}

/** A moment in UTC, as workbooks keep their dates, as a spreadsheet's format shows it. Never throws. */
export function showDate(value: Date, pattern: string): string {
  return showNumber(dateToSerial(value, { ignoreTimezone: true }) ?? 0, pattern);
}
