'use client';

import Form from 'next/form';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { AuthorFilter } from '@/lib/posts/author-filter';
import { kinds, postKinds } from '@/lib/posts/kinds';

type FilterFormProps = {
  filter: AuthorFilter;
  /** The usual sort and author stand in no address. */
  usual: Pick<AuthorFilter, 'sort' | 'author'>;
  /** Names of tags to choose from. */
  tags: string[];
  hasOtherAuthors: boolean;
};

const sortLabels: Record<AuthorFilter['sort'], string> = {
  changed: 'Last change',
  published: 'Date',
  title: 'Title',
};

/** Filters by going to an address that says how. What is chosen from a list applies at once. */
export function FilterForm({ filter, usual, tags, hasOtherAuthors }: FilterFormProps) {
  const tagList = useId();
  return (
    <Form
      action={dashboardUrls.posts()}
      className="filter-form"
      // Another address is another form: what it holds comes from there.
      key={JSON.stringify(filter)}
      onChange={({ target, currentTarget }) => {
        if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
      }}
    >
      {filter.status && <input type="hidden" name="status" value={filter.status} />}
      {filter.search && <input type="hidden" name="search" value={filter.search} />}
      {filter.isRemoved && <input type="hidden" name="removed" value="yes" />}
      <Field
        label="Find"
        name="q"
        type="search"
        placeholder="Title, address, words"
        defaultValue={filter.text}
        data-focus-key="/"
      />
      <details open={filter.kind !== null || filter.tag !== null || undefined}>
        <summary>More filters</summary>
        <Field label="Kind" as="select" name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">Any</option>
          {postKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind].heading}
            </option>
          ))}
        </Field>
        <Field label="Tag" name="tag" defaultValue={filter.tag ?? ''} list={tagList} />
        <datalist id={tagList}>
          {tags.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {hasOtherAuthors && (
          <Field
            label="Author"
            as="select"
            name="author"
            defaultValue={valueUnless(filter, usual, 'author')}
          >
            {(['mine', 'all'] as const).map((author) => (
              <option key={author} value={author === usual.author ? '' : author}>
                {author === 'mine' ? 'My posts' : 'Everybody'}
              </option>
            ))}
          </Field>
        )}
        <Field
          label="Sorted by"
          as="select"
          name="sort"
          defaultValue={valueUnless(filter, usual, 'sort')}
        >
          {(['changed', 'published', 'title'] as const).map((sort) => (
            <option key={sort} value={sort === usual.sort ? '' : sort}>
              {sortLabels[sort]}
            </option>
          ))}
        </Field>
      </details>
      <Button type="submit">Filter</Button>
    </Form>
  );
}

function valueUnless<Key extends 'sort' | 'author'>(
  filter: AuthorFilter,
  usual: Pick<AuthorFilter, 'sort' | 'author'>,
  key: Key,
): string {
  return filter[key] === usual[key] ? '' : filter[key];
}
