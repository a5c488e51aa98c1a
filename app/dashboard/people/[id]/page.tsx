// `/dashboard/people/ID/`: what an owner can do for a person, or about them.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import {
  AskingForm,
  LinkMaker,
  PlainForm,
  RoleForm,
} from '@/components/dashboard/people/person-forms';
import { requirePermission } from '@/lib/auth/session';
import {
  changeRole,
  deactivatePerson,
  reactivatePerson,
  removePerson,
  renewLink,
} from '@/lib/people/actions';
import { getPerson, type Person } from '@/lib/people/queries';
import { standing } from '@/lib/people/standing';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission('people:manage');
  const { id } = await params;
  const person = /^[1-9]\d{0,8}$/.test(id) ? await getPerson(Number(id)) : null;
  if (person === null) notFound();
  return (
    <>
      <h1>{person.name}</h1>
      <p className="lead">
        {[person.email, standing(person), postsOf(person)].filter(Boolean).join(' · ')}
      </p>
      {person.deactivatedAt ? <Reactivation person={person} /> : <Management person={person} />}
    </>
  );
}

const postsOf = ({ postCount }: Person) => (postCount === 1 ? '1 post' : `${postCount} posts`);

function Reactivation({ person }: { person: Person }) {
  return <PlainForm action={reactivatePerson} personId={person.id} label="Let them in again" />;
}

function Management({ person }: { person: Person }) {
  const { id, name, role, hasPassword } = person;
  return (
    <>
      {role && <RoleForm action={changeRole} personId={id} role={role} />}
      {role && (
        <>
          <h2>{hasPassword ? 'A new password' : 'Their invitation'}</h2>
          <p className="lead">
            {hasPassword
              ? 'For one who has lost theirs: a link under which they choose another.'
              : 'A link under which they choose a password and come in.'}
          </p>
          <LinkMaker action={renewLink} personId={id} />
        </>
      )}
      <h2>Shut out</h2>
      {person.postCount === 0 && !hasPassword ? (
        <AskingForm
          action={removePerson}
          personId={id}
          label="Remove"
          question={`Remove ${name}?`}
          consequence="Their invitation is void. You can invite them again."
        />
      ) : (
        <AskingForm
          action={deactivatePerson}
          personId={id}
          label="Deactivate"
          question={`Deactivate ${name}?`}
          consequence="They are signed out everywhere and cannot sign in. Their posts stay. You can let them in again."
        />
      )}
    </>
  );
}
