/** A longer way nobody has made by hand: such a one stands by itself, so that no reader walks long ways for each of many. */
const mostMerged = 40;

/**
 * What stands for one of several that were put together: itself, or the one that it belongs to, if that is there. `intoOf`
 * tells what one belongs to, null for nothing, undefined where there is no such one.
 */
export function leadOf<Id extends string>(id: Id, intoOf: (id: Id) => Id | null | undefined): Id {
  const way = [id];
  for (let at = id; way.length < mostMerged; ) {
    const next = intoOf(at);
    if (!next || intoOf(next) === undefined) return at;
    // A ring, that two at once or a foreign writer can have made: the same one of it for everybody.
    const again = way.indexOf(next);
    if (again >= 0) return way.slice(again).sort()[0] ?? at;
    way.push(next);
    at = next;
  }
  return id;
}
