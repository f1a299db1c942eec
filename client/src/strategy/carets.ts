import { hueOf } from '../ui/group-mark.tsx';
import styles from './carets.module.css';
import { readUser } from './presence.ts';

/** Another person's caret: a thin line in their hue, with their name above it. */
export function caretOf(user: unknown): HTMLElement {
  const { name, colour } = readUser(user);
  const caret = document.createElement('span');
  caret.className = styles['caret'] ?? '';
  for (const [property, value] of Object.entries(hueOf(colour))) caret.style.setProperty(property, String(value));
  const label = document.createElement('span');
  label.className = styles['name'] ?? '';
  label.textContent = name;
  caret.append(label);
  return caret;
}

/** Another person's selection: a tint of their hue. */
export function selectionOf(user: unknown): { class: string; style: string } {
  const style = Object.entries(hueOf(readUser(user).colour)).map(([property, value]) => `${property}: ${value}`);
  return { class: styles['selection'] ?? '', style: style.join('; ') };
}
