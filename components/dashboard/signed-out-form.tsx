import type { SentForm } from '@/lib/auth/plain-form';

type SignedOutFormProps = {
  form: SentForm;
  /** Where it was sent, and is sent again. */
  target: string;
  signInUrl: string;
  nonce: string;
};

/**
 * The document that answers a form of somebody whose session has ended, in a browser without
 * script: everything that was typed, ready to be sent once more. It stands by itself, for no page
 * of the framework sees what was sent.
 */
export function SignedOutForm({ form, target, signInUrl, nonce }: SignedOutFormProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>You are signed out</title>
        <style nonce={nonce}>{style}</style>
      </head>
      <body>
        <main>
          <h1>You are signed out</h1>
          <p>
            Nothing is saved yet, and nothing is lost: what you typed is below.{' '}
            <a href={signInUrl} target="_blank" rel="noopener">
              Sign in (new tab)
            </a>
            , come back here and send it again.
          </p>
          {form.hadFiles && <p>Files have to be chosen once more, afterwards.</p>}
          <form method="post" action={target} encType="multipart/form-data">
            {/* biome-ignore-start lint/suspicious/noArrayIndexKey: fields are told apart by their place. */}
            {form.fields.map(({ name, value, isTyped }, index) =>
              isTyped ? (
                <label key={index}>
                  {labelOf(name)}
                  <textarea
                    name={name}
                    defaultValue={value}
                    rows={Math.min(16, value.split('\n').length + 1)}
                    readOnly
                  />
                </label>
              ) : (
                <input key={index} type="hidden" name={name} value={value} />
              ),
            )}
            {/* biome-ignore-end lint/suspicious/noArrayIndexKey: above. */}
            <button type="submit">Send again</button>
          </form>
        </main>
      </body>
    </html>
  );
}

/** `mediaAlt` as `Media alt`. */
const labelOf = (name: string) =>
  (name.charAt(0).toUpperCase() + name.slice(1)).replace(/[A-Z](?=[a-z])/g, (letter, at: number) =>
    at === 0 ? letter : ` ${letter.toLowerCase()}`,
  );

// The colours of app/styles/tokens.css, whose bundled sheet nothing outside the framework can name.
const style = `
body { margin: 0; font: 1.05rem/1.5 system-ui, sans-serif;
  background: light-dark(oklch(0.985 0.006 85), oklch(0.195 0.008 60));
  color: light-dark(oklch(0.235 0.012 60), oklch(0.905 0.012 85)); }
main { max-width: 36rem; margin: 0 auto; padding: 12vh 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
a { color: light-dark(oklch(0.44 0.135 28), oklch(0.8 0.095 48)); }
label { display: block; margin: 1.2rem 0; font-weight: 500; }
textarea { display: block; box-sizing: border-box; width: 100%; margin-top: 0.3rem; padding: 0.6rem;
  border: 1px solid light-dark(oklch(0.6 0.014 60), oklch(0.55 0.013 80)); border-radius: 4px;
  background: transparent; color: inherit; font: inherit; font-weight: 400; }
button { padding: 0.5rem 1rem; border: 0; border-radius: 4px; font: inherit; font-weight: 500; cursor: pointer;
  background: light-dark(oklch(0.235 0.012 60), oklch(0.905 0.012 85));
  color: light-dark(oklch(0.985 0.006 85), oklch(0.195 0.008 60)); }
:focus-visible { outline: 2px solid light-dark(oklch(0.44 0.135 28), oklch(0.8 0.095 48)); outline-offset: 2px; }
`;
