// `/dashboard/people/`: who writes here.
import type { Metadata } from 'next';
import Link from 'next/link';
import { InviteForm } from '@/components/dashboard/people/invite-form';
import { Table } from '@/components/ui/table';
import { requirePermission } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { formatInstant } from '@/lib/dates';
import { invitePerson } from '@/lib/people/actions';
import { listPeople } from '@/lib/people/queries';
import { standing } from '@/lib/people/standing';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  await requirePermission('people:manage');
  const [people, { timeZone }] = await Promise.all([listPeople(), getSettings()]);
  return (
    <>
      <h1>People</h1>
      <Table caption="People">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Sign-in</th>
            <th scope="col" className="is-number">
              Posts
            </th>
            <th scope="col">Last here</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={dashboardUrls.person(person.id)} prefetch={false}>
                  {person.name}
                </Link>
                <br />
                <span className="quiet">{person.email}</span>
              </th>
              <td>{person.role}</td>
              <td>{standing(person)}</td>
              <td className="is-number">{person.postCount}</td>
              <td>
                {person.lastSeenAt && (
                  <time dateTime={person.lastSeenAt.toISOString()}>
                    {formatInstant(person.lastSeenAt, { locale: 'en', timeZone })}
                  </time>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <h2>Invite somebody</h2>
      <InviteForm action={invitePerson} />
    </>
  );
}
