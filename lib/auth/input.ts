// What the forms of signing in hold.
import { z } from 'zod';

const text = z.string().catch('');

export const signInInput = z.object({ email: text, password: text, next: text });
