// Forms of the dashboard that were sent without a script: the page is made anew by the answer, so
// what was typed is lost unless the answer brings it back.
import { dashboardUrls } from '../dashboard-urls';

/** Of more the framework hands on a part; nobody types so much. */
const mostBytes = 8_000_000;

/** Whether a request is such a form. The framework marks what its scripts send. */
export function isPlainForm(method: string, pathname: string, headers: Headers): boolean {
  return (
    method === 'POST' &&
    pathname.startsWith(dashboardUrls.home()) &&
    !headers.has('next-action') &&
    Number(headers.get('content-length') ?? 0) <= mostBytes &&
    /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(
      headers.get('content-type') ?? '',
    )
  );
}

/** A form as it can be sent again, to the same address. */
export type SentForm = {
  /** Every text in its order, those of the framework among them: they say which action is meant. */
  fields: {
    name: string;
    value: string;
    /** Something somebody wrote, as against a choice, an id or a word for the program. */
    isTyped: boolean;
  }[];
  /** Files were with it, which a page cannot bring back. */
  hadFiles: boolean;
};

/**
 * The form in a request. Null for what is none, and for one with a secret: that is in no page, not
 * even in its sender's.
 */
export async function readSentForm(request: Request): Promise<SentForm | null> {
  // Whatever is wrong with a body, no form is in it.
  const form = await request.formData().catch(() => null);
  return form && listFields(form);
}

function listFields(form: FormData): SentForm | null {
  const entries = [...form];
  if (entries.some(([name]) => isSecret(name))) return null;
  return {
    fields: entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value, isTyped: isTyped(name, value) }] : [],
    ),
    hadFiles: entries.some(([, value]) => typeof value !== 'string' && value.size > 0),
  };
}

/** Whether a field holds a secret, by its name. */
export const isSecret = (name: string) => /password|secret|token/i.test(name);

const isTyped = (name: string, value: string) => !name.startsWith('$') && /\s/.test(value.trim());
