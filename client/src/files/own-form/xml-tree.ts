import { SaxesParser } from 'saxes';

/** An element of a part of a document; names without their prefix. Text stands in its own nodes. */
export interface XmlNode {
  name: string;
  /** By local name: `w:val` is `val`. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
}

/** Levels of elements: documents have some thirty; a file with thousands is made to break readers. */
const deepest = 256;

/** Reads a part strictly. Throws for what is not well-formed, or nested without end. Entities of its own are not known. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) throw new Error('too deep');
    const node: XmlNode = { name: local(name), attributes: localNames(attributes), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}

/** The child elements of a name. */
export function childrenOf(node: XmlNode | undefined, name?: string): XmlNode[] {
  const elements = (node?.children ?? []).filter((child) => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first child element of a name, by a path. */
export function childOf(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => childrenOf(at, name)[0], node);
}

/** The text directly in an element. */
export function textIn(node: XmlNode): string {
  return node.children.filter((child) => typeof child === 'string').join('');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
