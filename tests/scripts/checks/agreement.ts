import { parseSync } from 'vite';
import { isNode, type SyntaxNode, walk } from './syntax.ts';

/** The book of rules (SPEC.md) and the tests that name them must say the same. */

export interface TestFile {
  path: string;
  text: string;
}

const ruleLine = /^- \*\*([A-Z]{2}\d+)\*\* \S/;
const leadingRules = /^(?:[A-Z]{2}\d+[ ,:/]*)+/;
const testWords = new Set(['test', 'it', 'describe']);

/** The ids of SPEC.md in their order, as often as they stand there. */
export function rulesOf(spec: string): string[] {
  return spec.split('\n').flatMap((line) => ruleLine.exec(line)?.[1] ?? []);
}

/** The ids with which the names of a file's tests start; a name may start with several. */
export function rulesNamedBy({ path, text }: TestFile): string[] {
  const found = new Set<string>();
  walk(parseSync(path, text).program, (node) => {
    if (node.type !== 'CallExpression' || !testWords.has(rootName(node['callee']))) return;
    const name = leadingText((node['arguments'] as unknown[])[0]);
    for (const id of leadingRules.exec(name)?.[0].match(/[A-Z]{2}\d+/g) ?? []) found.add(id);
  });
  return [...found];
}

/** Every place where book and tests disagree, one sentence each. */
export function disagreements(spec: string, files: readonly TestFile[]): string[] {
  const rules = rulesOf(spec);
  const known = new Set(rules);
  const proved = new Map<string, string>();
  for (const file of files) for (const id of rulesNamedBy(file)) proved.set(id, file.path);
  return [
    ...rules.filter((id, place) => rules.indexOf(id) !== place).map((id) => `${id} is given twice in SPEC.md`),
    ...rules.filter((id) => !proved.has(id)).map((id) => `${id} has no test that names it`),
    ...[...proved].filter(([id]) => !known.has(id)).map(([id, path]) => `${path} names ${id}, which is not in SPEC.md`),
  ];
}

/** `test` in `test.skipIf(x)('…')` and in `test.each(list)('…')`. */
function rootName(callee: unknown): string {
  let node: unknown = callee;
  while (isNode(node) && node.type !== 'Identifier') node = node['object'] ?? node['callee'];
  return isNode(node) ? String(node['name']) : '';
}

function leadingText(argument: unknown): string {
  if (!isNode(argument)) return '';
  if (argument.type === 'TemplateLiteral') return quasi(argument);
  return typeof argument['value'] === 'string' ? argument['value'] : '';
}

function quasi(template: SyntaxNode): string {
  const first = (template['quasis'] as { value: { raw: string } }[])[0];
  return first?.value.raw ?? '';
}
