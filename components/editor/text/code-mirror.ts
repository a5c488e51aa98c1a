// The editor of long texts. Loaded on its own, after the page works without it; it writes all that
// is typed into the form's textarea, whose place it takes.
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
} from '@codemirror/lang-markdown';
import { LanguageSupport, syntaxTree } from '@codemirror/language';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { type Command, EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { markdownHighlighting } from './highlight';
import { type Edit, type MarkdownEdit, pastedLink, type Selected } from './markdown-edits';
import type { TextMarks } from './text-marks';
import type { TextSurface } from './text-surface';
import { uploadMarks, writtenFor } from './upload-marks';

export type CodeMirrorOptions = {
  textarea: HTMLTextAreaElement;
  /** Where it is put; the label's and the hint's ids tie it to their words. */
  parent: HTMLElement;
  labelId: string;
  hintId: string;
  lang: string;
  placeholder: string;
  /** By which the page's policy knows the style sheet that is written into it. */
  nonce: string;
  shortcuts: { key: string; edit: MarkdownEdit }[];
  marks: TextMarks;
};

/** Takes the place of a textarea. */
export function createCodeMirror(options: CodeMirrorOptions): TextSurface & { destroy(): void } {
  const { textarea, parent } = options;
  const hadFocus = document.activeElement === textarea;
  let wasIn = hadFocus;
  const { selectionStart: anchor, selectionEnd: head } = textarea;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: textarea.value,
      selection: hadFocus ? { anchor, head } : undefined,
      extensions: extensions(options),
    }),
  });
  // Whatever fills the form with another text (another version, a copy of this device).
  const takeOver = () => {
    if (view.state.doc.toString() === textarea.value) return;
    view.dispatch(replacement(view.state, textarea.value));
  };
  textarea.addEventListener('replace', takeOver);
  view.contentDOM.addEventListener('focus', () => {
    wasIn = true;
  });
  textarea.hidden = true;
  if (hadFocus) view.focus();
  return {
    selected: () => selectedOf(view.state),
    place: () => (wasIn ? view.state.selection.main.to : view.state.doc.length),
    placeAt: (x, y) => view.posAtCoords({ x, y }),
    apply: (edit) => view.dispatch(specOf(edit)),
    change: (change, written) =>
      whenResting(view, () => {
        const changes = view.state.changes([...change(view.state.doc.toString())]);
        view.dispatch({
          changes,
          selection: view.state.selection.map(changes, 1),
          annotations: written === undefined ? [] : writtenFor.of(written.mark),
          userEvent: 'input.upload',
        });
        written?.done();
      }),
    focus: () => view.focus(),
    destroy() {
      textarea.removeEventListener('replace', takeOver);
      textarea.hidden = false;
      view.destroy();
    },
  };
}

function extensions({
  textarea,
  labelId,
  hintId,
  lang,
  placeholder,
  nonce,
  shortcuts,
  marks,
}: CodeMirrorOptions) {
  return [
    history(),
    uploadMarks(marks),
    new LanguageSupport(markdownLanguage),
    markdownHighlighting,
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce),
    placeholderOf(placeholder),
    EditorView.contentAttributes.of({
      'aria-labelledby': labelId,
      'aria-describedby': hintId,
      lang,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    // Not under the bars that stand at the top of the window.
    EditorView.scrollMargins.of(() => ({ top: 120, bottom: 24 })),
    keymap.of([
      ...shortcuts.map(({ key, edit }) => ({ key, run: commandOf(edit) })),
      { key: 'Enter', run: insertNewlineContinueMarkup },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Tab', run: inList(indentMore), shift: inList(indentLess) },
      // Left to the page, which publishes.
      { key: 'Mod-Enter', run: () => true },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.domEventHandlers({
      paste(event, view) {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        const edit = pastedLink(selectedOf(view.state), pasted);
        if (edit === null) return false;
        view.dispatch(specOf(edit));
        return true;
      },
    }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const text = update.state.doc.toString();
      if (text === textarea.value) return;
      textarea.value = text;
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    }),
  ];
}

/** Not while a letter is being composed of several keys: a change would break it off. */
function whenResting(view: EditorView, act: () => void): void {
  if (!view.composing) {
    act();
    return;
  }
  view.contentDOM.addEventListener(
    'compositionend',
    () => setTimeout(() => whenResting(view, act)),
    { once: true },
  );
}

function selectedOf(state: EditorState): Selected {
  const { from, to } = state.selection.main;
  return { text: state.doc.toString(), from, to };
}

function specOf({ from, to, insert, selectFrom, selectTo }: Edit): TransactionSpec {
  return {
    changes: { from, to, insert },
    selection: { anchor: selectFrom, head: selectTo },
    userEvent: 'input',
    scrollIntoView: true,
  };
}

const commandOf =
  (edit: MarkdownEdit): Command =>
  (view) => {
    view.dispatch(specOf(edit(selectedOf(view.state))));
    return true;
  };

/** In lists Tab indents; elsewhere it goes on to the next field, as everywhere on a page. */
const inList =
  (command: Command): Command =>
  (view) => {
    const { head } = view.state.selection.main;
    for (let node = syntaxTree(view.state).resolveInner(head, -1); ; ) {
      if (node.name === 'ListItem' || node.name === 'FencedCode') return command(view);
      if (node.parent === null) return false;
      node = node.parent;
    }
  };

/** Only what differs is replaced, so that the cursor stays where the text around it stayed. */
function replacement(state: EditorState, text: string): TransactionSpec {
  const former = state.doc.toString();
  let from = 0;
  const shorter = Math.min(former.length, text.length);
  while (from < shorter && former[from] === text[from]) from += 1;
  let fromEnd = 0;
  while (
    fromEnd < shorter - from &&
    former[former.length - 1 - fromEnd] === text[text.length - 1 - fromEnd]
  )
    fromEnd += 1;
  return {
    changes: {
      from,
      to: former.length - fromEnd,
      insert: text.slice(from, text.length - fromEnd),
    },
  };
}
