'use client';

import type { FieldDefinition } from '@/lib/posts/form-fields';
import { Field } from '../../ui/field';
import { ImageField } from '../media/image-field';
import { TagField } from '../tags/tag-field';
import { MarkdownField } from '../text/markdown-field';
import { TitleField } from './title-field';

export type EditorFieldProps = {
  field: FieldDefinition;
  /** As the page was made: from then on the control knows. */
  value: string;
  error: string | undefined;
  /** What the field writes in; BCP 47. */
  lang: string;
};

/** Fields that a reader meets as a heading. */
const headings = new Set(['title', 'linkTitle']);

export function EditorField(props: EditorFieldProps) {
  const { field, value, error, lang } = props;
  const { name, label, hint, maxLength, placeholder, isRequired } = field;
  if (field.isMain) return <MarkdownField {...props} />;
  if (field.isImage) return <ImageField {...props} />;
  if (field.control === 'tags') return <TagField {...props} />;
  if (field.group === 'content' && headings.has(name)) return <TitleField {...props} />;
  const common = {
    ...{ label, name, error, placeholder },
    hint: hint || undefined,
    defaultValue: value,
    'aria-required': isRequired || undefined,
  };
  switch (field.control) {
    case 'select':
      return (
        <Field as="select" {...common}>
          {choicesWith(field, value).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Field>
      );
    case 'markdown':
    case 'textarea':
      return <Field as="textarea" rows={3} maxLength={maxLength} lang={lang} {...common} />;
    case 'datetime':
      return <Field type="datetime-local" {...common} />;
    case 'url':
      return (
        <Field
          type="url"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={maxLength}
          {...common}
        />
      );
    default:
      return <Field maxLength={maxLength} lang={lang} {...common} />;
  }
}

/** What is stored is offered too, though the list may have moved on. */
function choicesWith({ choices = [], isRequired }: FieldDefinition, value: string) {
  const isListed = choices.some((choice) => choice.value === value);
  if (isListed) return choices;
  const own =
    value === '' ? { value, label: isRequired ? 'Choose…' : 'None' } : { value, label: value };
  return [own, ...choices];
}
