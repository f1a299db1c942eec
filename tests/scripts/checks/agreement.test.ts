import { expect, test } from 'vitest';
import { disagreements, rulesNamedBy } from './agreement.ts';

test('HO4 names of tests are read in every form, and only from the front', () => {
  const text = `
    test('VO1 counts', () => {});
    test.skipIf(true)('VO2 counts', () => {});
    test.each([1, 2])(\`VO3 \${x}\`, () => {});
    describe('VO4, VO5 both', () => { it("VO6", () => {}); });
    test('the rule VO7 is not in front', () => {});
    other('VO8 is no test');`;
  expect(rulesNamedBy({ path: 'a.test.ts', text }).sort()).toEqual(['VO1', 'VO2', 'VO3', 'VO4', 'VO5', 'VO6']);
});

test('HO4 a rule without a test, a test without a rule and a number given twice are told', () => {
  const spec = '- **VO1** One.\n- **VO2** Two.\n- **VO1** Again.\n';
  const files = [{ path: 'a.test.ts', text: `test('VO1 x', f); test('VO9 y', f);` }];
  expect(disagreements(spec, files)).toEqual([
    'VO1 is given twice in SPEC.md',
    'VO2 has no test that names it',
    'a.test.ts names VO9, which is not in SPEC.md',
  ]);
});
