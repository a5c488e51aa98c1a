// Who acts: a person who is signed in, as far as pages, actions and permissions need to know.

export type Role = 'owner' | 'author';

export type Actor = {
  /** `people.id`. */
  id: number;
  name: string;
  role: Role;
  /** The row of `sessions` that this request rests on. */
  sessionId: string;
};
