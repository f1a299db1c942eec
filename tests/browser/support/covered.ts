/**
 * In the page: what the buttons of the open dialog lie on when one has scrolled to its end, or how much empty room is
 * left under them; null where all is as it should be, and without a dialog (TA117).
 */
export function coveredInDialog(): string | null {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const actions = dialog?.lastElementChild;
  const content = actions?.previousElementSibling;
  if (!dialog || !actions || !content || getComputedStyle(actions).position !== 'sticky') return null;
  const before = dialog.scrollTop;
  dialog.scrollTop = dialog.scrollHeight;
  const buttons = actions.getBoundingClientRect();
  const under = content.getBoundingClientRect().bottom - buttons.top;
  const left = dialog.getBoundingClientRect().bottom - buttons.bottom;
  dialog.scrollTop = before;
  if (under > 1) return `the buttons of a dialog cover ${Math.round(under)} pixels of its text`;
  return left > 3 ? `${Math.round(left)} empty pixels under the buttons of a dialog` : null;
}
