// What people may be called, sign in with, and choose as a password. Pure.
import { z } from 'zod';
import { rowId } from '../input';
import { withoutNul } from '../texts';

/** Shortest password that may be chosen. */
export const shortestPassword = 10;
/** Longer ones would only keep the server busy. */
export const longestPassword = 1000;

/** E-mail addresses are compared without regard to case. */
export const comparableEmail = (email: string) => withoutNul(email).trim().toLowerCase();

export const nameText = z
  .string()
  .transform((text) => withoutNul(text).trim())
  .pipe(z.string().min(1, 'Write a name.').max(100, 'A name has at most 100 characters.'));

export const emailText = z
  .string()
  .transform(comparableEmail)
  .pipe(z.email('Write an e-mail address, such as me@example.org.').max(254));

export const newPasswordText = z
  .string()
  .min(shortestPassword, `A password has at least ${shortestPassword} characters.`)
  .max(longestPassword, `A password has at most ${longestPassword} characters.`);

export const roleText = z.enum(['owner', 'author'], 'Choose owner or author.');

const typedText = z.string().catch('');

export const accountInput = z.object({
  name: nameText,
  email: emailText,
  currentPassword: typedText,
});

export const passwordInput = z.object({ currentPassword: typedText, password: newPasswordText });

export const deviceInput = z.object({ session: z.uuid() });

export const invitationInput = z.object({ name: nameText, email: emailText, role: roleText });

export const personInput = z.object({ person: rowId });

export const roleInput = z.object({ person: rowId, role: roleText });
