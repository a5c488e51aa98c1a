'use client';

import { useEffect, useState } from 'react';
import { useEditor, useSession } from '../editor-context';

const nothing: Record<string, string> = {};

/** The slug that the title gives, for as long as the author gives none. */
export function SlugHint() {
  const { kind } = useEditor();
  const values = useSession((session) => session.values, nothing);
  const [slug, setSlug] = useState('');
  const isGiven = (values.slug ?? '') !== '';
  useEffect(() => {
    if (isGiven) return;
    let isOvertaken = false;
    import('../publish/future-address')
      .then(({ futureSlug }) => {
        if (!isOvertaken) setSlug(futureSlug(kind, values));
      })
      .catch((error: unknown) => console.info('The slug is not known beforehand.', error));
    return () => {
      isOvertaken = true;
    };
  }, [kind, values, isGiven]);
  if (isGiven || slug === '') return null;
  return (
    <p className="field-hint">
      Will be <code>{slug}</code>
    </p>
  );
}
