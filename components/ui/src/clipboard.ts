/** Puts a text on the clipboard; false where the page may not, or the connection is not secure. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, no focus, or no clipboard on plain http: the caller offers the keys instead
  }
}

/** Whether the copy keys are those of a Mac. */
export function hasMacKeys(): boolean {
  return /Mac|iP(ad|hone)/.test(navigator.platform);
}
