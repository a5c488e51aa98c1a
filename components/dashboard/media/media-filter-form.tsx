'use client';

import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type MediaFilter, mediaQuery } from '@/lib/media/filter';
import { kindLabels, mediaKinds } from '@/lib/media/types';

type MediaFilterFormProps = {
  filter: MediaFilter;
  months: { value: string; label: string }[];
};

/** Filters by going to an address that says how. What is chosen from a list applies at once. */
export function MediaFilterForm({ filter, months }: MediaFilterFormProps) {
  const { isBin, isUnused, view } = filter;
  const hidden = mediaQuery({ isBin, isUnused, view });
  return (
    <div className="media-filter">
      <search>
        <Form
          action={dashboardUrls.media()}
          className="filter-form"
          key={JSON.stringify(filter)}
          onChange={({ target, currentTarget }) => {
            if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
          }}
        >
          {Object.entries(hidden).map(
            ([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />,
          )}
          <Field
            label="Find"
            name="q"
            type="search"
            placeholder="Name, what it shows, caption"
            defaultValue={filter.text}
            data-focus-key="/"
          />
          <Field label="Type" as="select" name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">Any</option>
            {mediaKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindLabels[kind]}
              </option>
            ))}
          </Field>
          <Field label="Uploaded in" as="select" name="month" defaultValue={filter.month ?? ''}>
            <option value="">Any month</option>
            {months.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Field>
          <Button type="submit">Filter</Button>
        </Form>
      </search>
      <nav className="view-choice" aria-label="How the files are shown">
        {(['grid', 'list'] as const).map((one) => (
          <Link
            key={one}
            href={dashboardUrls.media(mediaQuery({ ...filter, view: one }))}
            prefetch={false}
            aria-current={one === view ? 'true' : undefined}
          >
            {one === 'grid' ? 'Grid' : 'List'}
          </Link>
        ))}
      </nav>
    </div>
  );
}
