import * as Y from 'yjs';

/**
 * A place in a document, as names from its root down: `rows/<id>/actions/<id>/text`. What people think of as one field is
 * one place, however many keys were pressed in it. The empty place is the whole document.
 */
export type PlacePath = string;

/** The places that a transaction has changed. */
export function changedPlaces(transaction: Y.Transaction): PlacePath[] {
  const places = new Set<PlacePath>();
  for (const [type, keys] of transaction.changed) {
    const place = placeOf(type, transaction.doc);
    if (!(type instanceof Y.Map)) places.add(place);
    else for (const key of keys) places.add(key === null ? place : `${place}/${key}`);
  }
  return [...places];
}

/** True when a place is one of the given ones, or lies within one. */
export function isWithin(place: PlacePath, places: Iterable<PlacePath>): boolean {
  for (const one of places) if (one === '' || place === one || place.startsWith(`${one}/`)) return true;
  return false;
}

/** The place that a type lies in, also when it is deleted. Only names count: the paragraphs of a text have none, so that all of them are the text's own place. */
export function placeOf(type: object, doc: Y.Doc): PlacePath {
  const names: string[] = [];
  let at = type as Y.AbstractType<unknown>;
  while (at._item) {
    if (at._item.parentSub !== null) names.unshift(at._item.parentSub);
    at = at._item.parent as Y.AbstractType<unknown>;
  }
  for (const [name, root] of doc.share) if (root === at) names.unshift(name);
  return names.join('/');
}

/** The place of an item: of what it holds, or of the value or text that it is a part of. */
export function placeOfItem({ content, parent, parentSub }: Y.Item, doc: Y.Doc): PlacePath {
  if (content instanceof Y.ContentType) return placeOf(content.type, doc);
  const place = parent instanceof Y.AbstractType ? placeOf(parent, doc) : '';
  return parentSub === null ? place : `${place}/${parentSub}`;
}
