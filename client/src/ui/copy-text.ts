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
