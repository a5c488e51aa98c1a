'use client';

import { formFields } from '@/lib/posts/form-fields';
import { kinds } from '@/lib/posts/kinds';
import { DetailsPanel } from './details/details-panel';
import type { Result } from './editor-actions';
import { useEditor, useFacts, useSession } from './editor-context';
import { EditorField } from './fields/editor-field';
import { LinkCheck } from './fields/link-check';

/** The sheet of paper: what a post is made of, and beside or below it what else can be said of it. */
export function EditorSheet({ before }: { before: Result | null }) {
  const { kind, first, site } = useEditor();
  const { isBinned } = useFacts();
  const result = useSession((session) => session.result, before) ?? before;
  const errors = result?.state.status === 'invalid' ? result.state.fields : {};
  const fields = formFields(kind, { series: first.series });
  const { values } = first;
  const lang = values.lang || site.language;
  return (
    <>
      <h1 className="visually-hidden">
        {first.postId === null ? `New ${kinds[kind].label}` : `Edit this ${kinds[kind].label}`}
      </h1>
      <div className="editor-columns" inert={isBinned}>
        <div className="sheet">
          {fields
            .filter(({ group }) => group === 'content')
            .map((field) => (
              <div key={field.name} className={`sheet-field is-${field.name}`}>
                <EditorField
                  field={field}
                  value={values[field.name] ?? ''}
                  error={errors[field.name]}
                  lang={lang}
                />
                {field.name === 'linkUrl' && <LinkCheck initial={values.linkUrl ?? ''} />}
              </div>
            ))}
        </div>
        <DetailsPanel
          fields={[
            ...fields.filter(({ group }) => group === 'publishing'),
            ...fields.filter(({ group }) => group === 'more'),
          ]}
          values={values}
          errors={errors}
          lang={lang}
        />
      </div>
    </>
  );
}
