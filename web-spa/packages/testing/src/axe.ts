import axe from 'axe-core';
import { expect } from 'vitest';

/** Structural accessibility; contrast needs a real browser and is checked there. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  const result = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}
