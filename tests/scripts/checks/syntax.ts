/** A node of a parsed file. Only what the checks look at is known of it. */
export type SyntaxNode = { type: string } & Record<string, unknown>;

/** Calls `visit` for a node and everything under it, with the property name under which it hangs. */
export function walk(node: unknown, visit: (node: SyntaxNode, parent: SyntaxNode | null, as: string) => void): void {
  step(node, null, '', visit);
}

function step(
  value: unknown,
  parent: SyntaxNode | null,
  as: string,
  visit: (node: SyntaxNode, parent: SyntaxNode | null, as: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const member of value) step(member, parent, as, visit);
    return;
  }
  if (!isNode(value)) return;
  visit(value, parent, as);
  for (const [name, child] of Object.entries(value)) if (name !== 'type') step(child, value, name, visit);
}

export function isNode(value: unknown): value is SyntaxNode {
  return value !== null && typeof value === 'object' && typeof (value as { type?: unknown }).type === 'string';
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Every module that a file names: imports, re-exports, lazy imports and types. */
export function importsOf(program: unknown): string[] {
  const found = new Set<string>();
  walk(program, (node) => {
    const source = node['source'];
    if (importing.has(node.type) && isNode(source) && typeof source['value'] === 'string') found.add(source['value']);
  });
  return [...found];
}
