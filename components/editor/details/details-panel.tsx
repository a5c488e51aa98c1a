'use client';

import type { FieldDefinition } from '@/lib/posts/form-fields';
import { EditorField } from '../fields/editor-field';
import { PreviewLink } from './preview-link';
import { SlugHint } from './slug-hint';

type DetailsPanelProps = {
  fields: FieldDefinition[];
  values: Record<string, string>;
  errors: Record<string, string>;
  lang: string;
};

/** All that is not the text: out of the way until it is wanted. */
export function DetailsPanel({ fields, values, errors, lang }: DetailsPanelProps) {
  const hasError = fields.some(({ name }) => errors[name] !== undefined);
  return (
    <details className="editor-details" open={hasError || undefined}>
      <summary>Details</summary>
      <div className="details-fields">
        {fields.map((field) => (
          <div key={field.name}>
            <EditorField
              field={field}
              value={values[field.name] ?? ''}
              error={errors[field.name]}
              lang={lang}
            />
            {field.name === 'slug' && <SlugHint />}
          </div>
        ))}
        <PreviewLink />
      </div>
    </details>
  );
}
