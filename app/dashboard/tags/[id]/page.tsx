// `/dashboard/tags/12/`: one tag, and everything that can be done to it.
import { notFound } from 'next/navigation';
import { ChangesDone } from '@/components/dashboard/tags/changes-done';
import { DeleteForm } from '@/components/dashboard/tags/delete-form';
import { DescriptionForm } from '@/components/dashboard/tags/description-form';
import { MergeInto } from '@/components/dashboard/tags/merge-into';
import { NameForm } from '@/components/dashboard/tags/name-form';
import { TagHistory } from '@/components/dashboard/tags/tag-history';
import { TagLead } from '@/components/dashboard/tags/tag-lead';
import { TaggedPosts } from '@/components/dashboard/tags/tagged-posts';
import { Html } from '@/components/ui/html';
import { requirePermission } from '@/lib/auth/session';
import { readRowId } from '@/lib/input';
import { getSettings } from '@/lib/settings/queries';
import { tagSlug } from '@/lib/slugs';
import { getManagedTag, listTaggedPosts } from '@/lib/tags/author-queries';
import { findTagEvents, listTagEvents } from '@/lib/tags/history';
import { tagListQuery } from '@/lib/tags/input';
import { tellChange } from '@/lib/tags/told-changes';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const recentPosts = 10;

const findTag = async (params: Props['params']) => {
  const id = readRowId((await params).id);
  return id === null ? null : getManagedTag(id);
};

export async function generateMetadata({ params }: Props) {
  // The title is in the answer to everybody, also in one that leads to the sign-in.
  await requirePermission('tag:manage');
  const tag = await findTag(params);
  return { title: tag?.name ?? 'No such tag' };
}

export default async function TagPage({ params, searchParams }: Props) {
  await requirePermission('tag:manage');
  const tag = await findTag(params);
  if (tag === null) notFound();
  const { done } = tagListQuery.parse(await searchParams);
  const [posts, told, { events }, { timeZone }] = await Promise.all([
    listTaggedPosts(tag.id, recentPosts),
    findTagEvents(done),
    listTagEvents({ tagId: tag.id }),
    getSettings(),
  ]);
  return (
    <>
      <h1>{tag.name}</h1>
      <ChangesDone changes={told.map((event) => tellChange(event, timeZone))} />
      <TagLead tag={tag} />
      <div className="tag-columns">
        <div>
          <h2>Rename</h2>
          <NameForm tag={tag} hasOwnSlug={tagSlug(tag.name) !== tag.slug} />
          <h2>Describe</h2>
          <DescriptionForm id={tag.id} description={tag.description} />
          {tag.descriptionHtml && (
            <Html className="prose tag-description" html={tag.descriptionHtml} />
          )}
          <h2>Merge</h2>
          <MergeInto tag={tag} />
          <h2>Delete</h2>
          <DeleteForm id={tag.id} name={tag.name} posts={tag.published + tag.unpublished} />
        </div>
        <div>
          <h2>Posts</h2>
          <TaggedPosts
            posts={posts}
            total={tag.published + tag.unpublished}
            slug={tag.slug}
            timeZone={timeZone}
          />
          <h2>History</h2>
          <TagHistory changes={events.map((event) => tellChange(event, timeZone))} />
        </div>
      </div>
    </>
  );
}
