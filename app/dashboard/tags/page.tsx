// `/dashboard/tags/`: every tag there is, those that nobody uses, those that look alike, and what
// was done to them.
import { ChangesDone } from '@/components/dashboard/tags/changes-done';
import { TagViews } from '@/components/dashboard/tags/tag-views';
import { requirePermission } from '@/lib/auth/session';
import { getSettings } from '@/lib/settings/queries';
import { countUnusedTags } from '@/lib/tags/author-queries';
import { findTagEvents } from '@/lib/tags/history';
import { tagListQuery } from '@/lib/tags/input';
import { tellChange } from '@/lib/tags/told-changes';
import { AlikeTags } from './alike-tags';
import { AllTags } from './all-tags';
import { ChangedTags } from './changed-tags';

export const metadata = { title: 'Tags' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const contents = { all: AllTags, unused: AllTags, alike: AlikeTags, history: ChangedTags };

export default async function TagsPage({ searchParams }: Props) {
  await requirePermission('tag:manage');
  const query = tagListQuery.parse(await searchParams);
  const [unused, done, { timeZone }] = await Promise.all([
    countUnusedTags(),
    findTagEvents(query.done),
    getSettings(),
  ]);
  const Content = contents[query.view];
  return (
    <>
      <h1>Tags</h1>
      <ChangesDone changes={done.map((event) => tellChange(event, timeZone))} />
      <TagViews current={query.view} unused={unused} />
      <Content query={query} />
    </>
  );
}
