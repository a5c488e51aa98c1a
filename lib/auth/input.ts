// What the forms of signing in hold.
import { z } from 'zod';
import { emailText, nameText, newPasswordText } from '../people/input';

const text = z.string().catch('');

export const signInInput = z.object({ email: text, password: text, next: text });

export const linkToken = z.object({ token: text });

/** A link that makes the owner asks who that is; the others know their person. */
export const setupInput = z.object({
  name: nameText,
  email: emailText,
  password: newPasswordText,
});

export const newPasswordInput = z.object({
  name: text,
  email: text,
  password: newPasswordText,
});
