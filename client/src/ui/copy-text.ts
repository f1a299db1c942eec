/**
 * Copies a field's text. On plain http a browser has no clipboard API; then the old command is tried, and when that fails
 * too the text stays selected. Returns whether the text is on the clipboard.
 */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  field.setSelectionRange(0, field.value.length);
  try {
    if (window.isSecureContext && navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/** Puts a text on the clipboard by way of a field that nobody sees. Returns whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position: fixed; inset-block-start: 0; opacity: 0';
  document.body.append(field);
  try {
    return await copyFrom(field);
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
