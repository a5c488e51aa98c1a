// Takes the place of CodeMirror's HTML language (next.config.ts), which its Markdown language names
// and we do not use: with the style sheets and scripts inside of HTML it would be a third of the
// editor.

/** Called once while the module that names it is loaded; nobody looks at the answer. */
export const html = () => null;
export const htmlCompletionSource = () => null;
