import { isNode, type SyntaxNode, walk } from './syntax.ts';

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const clocks = new Set(['Date.now', 'performance.now']);

/** What a file's code touches of the world outside: `console`, `process.env`, timers and clocks, by name, each once. */
export function outsideWorld(program: unknown): string[] {
  const found = new Set<string>();
  walk(program, (node, parent, as) => {
    const touched = touchedBy(node, parent, as);
    if (touched !== null) found.add(touched);
  });
  return [...found];
}

function touchedBy(node: SyntaxNode, parent: SyntaxNode | null, as: string): string | null {
  if (node.type === 'MemberExpression') return touchedByMember(node);
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date') {
    return Array.isArray(node['arguments']) && node['arguments'].length === 0 ? 'new Date()' : null;
  }
  const name = nameOf(node);
  const isValue = as !== 'key' && !(parent?.type === 'MemberExpression' && as === 'property');
  return name !== null && isValue && timers.has(name) ? name : null;
}

function touchedByMember(node: SyntaxNode): string | null {
  const object = nameOf(node['object']);
  const full = `${object}.${nameOf(node['property'])}`;
  if (object === 'console') return 'console';
  return full === 'process.env' || clocks.has(full) ? full : null;
}

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;
}
