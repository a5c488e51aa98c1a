'use client';

import { Notice } from '../../ui/notice';
import { Comparison } from '../compare/comparison';
import type { Result } from '../editor-actions';
import { useEditor } from '../editor-context';

/** A conflict that a form without script has met: theirs beside one's own, which the form holds. */
export function TheirsNotice({ before }: { before: Result | null }) {
  const { kind, session } = useEditor();
  if (session !== null || before?.state.status !== 'conflict') return null;
  const { theirs, mine } = before.state;
  return (
    <Notice kind="error">
      <p>
        The form below holds your text. Saving it again replaces theirs; what they saved stays in
        the history. Copy from theirs what you want to keep:
      </p>
      <Comparison
        kind={kind}
        former={theirs}
        latter={mine}
        formerName="Theirs"
        latterName="Yours"
      />
    </Notice>
  );
}
