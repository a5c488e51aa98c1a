/** Puts a text on the clipboard. @returns whether the browser let it */
export async function copyText(text: string): Promise<boolean> {
  // Only pages that came over TLS, or from this machine, may write to the clipboard.
  if (!navigator.clipboard) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.info('The browser does not let a text be copied.', error);
    return false;
  }
}
