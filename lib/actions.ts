// What a server action answers its form with. The caller's side knows nothing but this.

/** Texts of a form as they were sent, so that nothing typed is lost when it is shown again. */
export type FormValues = Record<string, string>;

export type ActionState<Data = null> =
  | { status: 'idle' }
  | { status: 'ok'; message: string; data: Data }
  /** Fields by name, each with what is wrong; `values` never holds a secret. */
  | { status: 'invalid'; message: string; fields: Record<string, string>; values: FormValues }
  /**
   * With the texts where the page is made anew by this answer and would lose them; with what the
   * thing is `now` where the page shows it as it was.
   */
  | { status: 'error'; message: string; values?: FormValues; now?: Data }
  /** Somebody else, or another tab, has saved in between: both texts. */
  | {
      status: 'conflict';
      message: string;
      mine: FormValues;
      theirs: FormValues;
      theirVersion: number;
      /** Of a post's working copy (lib/posts/editing.ts). */
      theirRevision?: number;
      /** What the thing has become, where the page shows more of it than texts. */
      now?: Data;
    };

export const idle = { status: 'idle' } as const satisfies ActionState;

/** A form action for `useActionState`. */
export type FormAction<Data = null> = (
  state: ActionState<Data>,
  form: FormData,
) => Promise<ActionState<Data>>;
