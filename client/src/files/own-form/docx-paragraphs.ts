import type { Span } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import { deepestLevel, type Line } from '../../strategy/clipboard/lines.ts';
import { formStyleNames } from '../form-styles.ts';
import { childOf, childrenOf, parseXml, textIn, type XmlNode } from './xml-tree.ts';

/** A paragraph of a document: its style, its words with their forms, and the ids that our own documents carry in bookmarks. */
export interface DocxParagraph {
  style: string;
  line: Line;
  ids: ReadonlyMap<string, string>;
}

/** What paragraphs refer to in other parts. */
export interface DocxParts {
  /** Addresses of links, by the id of their relation. */
  links: ReadonlyMap<string, string>;
  /** Whether a level of a list is counted, by `<list> <level>`; lists that are not drawn as such are missing. */
  lists: ReadonlyMap<string, boolean>;
  /** The list that a style brings. */
  listOfStyle: ReadonlyMap<string, string>;
  /** Styles of our own documents and headings, under the ids that other programs have given them. */
  ownStyles: ReadonlyMap<string, string>;
}

/** Reads the parts beside the text. Throws for one that is not well-formed; one that is missing has nothing in it. */
export function readParts(parts: ReadonlyMap<string, string>): DocxParts {
  const read = (name: string): XmlNode | undefined => {
    const text = parts.get(name);
    return text === undefined ? undefined : parseXml(text);
  };
  const styles = childrenOf(childOf(read('word/styles.xml'), 'styles'), 'style');
  return {
    links: linksIn(read('word/_rels/document.xml.rels')),
    lists: listsIn(read('word/numbering.xml')),
    listOfStyle: listsOfStyles(styles),
    ownStyles: ownStylesIn(styles),
  };
}

function linksIn(root: XmlNode | undefined): Map<string, string> {
  const relations = childrenOf(childOf(root, 'Relationships'), 'Relationship');
  return new Map(
    relations.flatMap(({ attributes }): [string, string][] =>
      attributes['TargetMode'] === 'External' ? [[attributes['Id'] ?? '', attributes['Target'] ?? '']] : [],
    ),
  );
}

function listsIn(root: XmlNode | undefined): Map<string, boolean> {
  const numbering = childOf(root, 'numbering');
  const levels = new Map(
    childrenOf(numbering, 'abstractNum').map((one) => [one.attributes['abstractNumId'] ?? '', childrenOf(one, 'lvl')]),
  );
  const lists = new Map<string, boolean>();
  for (const one of childrenOf(numbering, 'num')) {
    for (const level of levels.get(settingOf(childOf(one, 'abstractNumId'))) ?? []) {
      const format = settingOf(childOf(level, 'numFmt'));
      if (format !== 'none') lists.set(`${one.attributes['numId']} ${level.attributes['ilvl']}`, format !== 'bullet');
    }
  }
  return lists;
}

function listsOfStyles(styles: readonly XmlNode[]): Map<string, string> {
  return new Map(
    styles.flatMap((style): [string, string][] => {
      const list = settingOf(childOf(style, 'pPr', 'numPr', 'numId'));
      return list === '' ? [] : [[style.attributes['styleId'] ?? '', list]];
    }),
  );
}

const ownNames = new Map(Object.entries(formStyleNames).map(([id, name]) => [name.toLowerCase(), id]));

/** A style keeps its name in all programs; LibreOffice makes a new id of it, and Word one in its own language. */
function ownStylesIn(styles: readonly XmlNode[]): Map<string, string> {
  return new Map(
    styles.flatMap((style): [string, string][] => {
      const name = settingOf(childOf(style, 'name')).toLowerCase();
      const own = ownNames.get(name) ?? (/^(?:heading \d|title)$/.test(name) ? headingStyle(name) : undefined);
      return own === undefined ? [] : [[style.attributes['styleId'] ?? '', own]];
    }),
  );
}

function headingStyle(name: string): string {
  return name.replace(/^./, (sign) => sign.toUpperCase()).replace(' ', '');
}

/** Reads one paragraph. What somebody has deleted while changes were tracked is not in it. */
export function readParagraph(node: XmlNode, parts: DocxParts): DocxParagraph {
  const properties = childOf(node, 'pPr');
  const styleId = settingOf(childOf(properties, 'pStyle'));
  const list = childOf(properties, 'numPr');
  const numId = settingOf(childOf(list, 'numId')) || parts.listOfStyle.get(styleId) || '';
  const level = Number(settingOf(childOf(list, 'ilvl')) || 0);
  const ordered = parts.lists.get(`${numId} ${level}`);
  const ids = new Map<string, string>();
  const spans: Span[] = [];
  readInline(node, { parts, ids, spans, href: null });
  return {
    style: parts.ownStyles.get(styleId) ?? styleId,
    ids,
    line: {
      list: ordered === undefined ? null : { ordered, level: Math.min(deepestLevel, level + 1) },
      spans: merged(spans),
    },
  };
}

interface Inline {
  parts: DocxParts;
  ids: Map<string, string>;
  spans: Span[];
  href: string | null;
}

const passedOver = new Set(['pPr', 'del', 'moveFrom', 'rPr', 'instrText', 'AlternateContent', 'drawing', 'pict']);

function readInline(node: XmlNode, into: Inline): void {
  for (const child of childrenOf(node)) {
    if (passedOver.has(child.name)) continue;
    if (child.name === 'r') readRun(child, into);
    else if (child.name === 'bookmarkStart') readMark(child, into.ids);
    else if (child.name === 'hyperlink') {
      const href = safeHref(into.parts.links.get(child.attributes['id'] ?? ''));
      readInline(child, { ...into, href: href ?? into.href });
    } else readInline(child, into);
  }
}

/** `row_`, `action_`, `risk_`, `cluster_` or `group_`, and an id of ours; behind it which one it is of several in the document. */
function readMark({ attributes }: XmlNode, ids: Map<string, string>): void {
  const [, kind, id] =
    /^(row|action|risk|cluster|group)_([2-9a-hjkmnp-z]{12})(?:_\d{1,3})?$/.exec(attributes['name'] ?? '') ?? [];
  if (kind && id) ids.set(kind, id);
}

function readRun(node: XmlNode, { spans, href }: Inline): void {
  const properties = childOf(node, 'rPr');
  const has = (...names: string[]) => names.some((name) => isOn(childOf(properties, name)));
  const form = { bold: has('b', 'bCs'), italic: has('i', 'iCs'), href };
  for (const child of childrenOf(node)) {
    if (child.name === 't') spans.push({ kind: 'text', text: textIn(child), ...form });
    else if (child.name === 'tab') spans.push({ kind: 'text', text: '\t', ...form });
    else if (child.name === 'noBreakHyphen') spans.push({ kind: 'text', text: '\u2011', ...form });
    else if (child.name === 'cr' || (child.name === 'br' && !child.attributes['type'])) spans.push({ kind: 'break' });
  }
}

/** Runs that a program has cut apart are one again. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const isSame =
      span.kind === 'text' &&
      last?.kind === 'text' &&
      last.bold === span.bold &&
      last.italic === span.italic &&
      last.href === span.href;
    if (isSame) all[all.length - 1] = { ...last, text: last.text + span.text };
    else if (span.kind === 'break' || span.text !== '') all.push(span);
  }
  return all;
}

function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && !['0', 'false', 'off', 'none'].includes(node.attributes['val'] ?? '1');
}

/** What an element sets (`w:val`), '' where there is none. */
export function settingOf(node: XmlNode | undefined): string {
  return node?.attributes['val'] ?? '';
}
