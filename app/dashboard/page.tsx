// `/dashboard/`: where an author arrives.
import { requireActor } from '@/lib/auth/session';

export default async function DashboardPage() {
  const actor = await requireActor();
  return (
    <>
      <h1>Dashboard</h1>
      <p>You are signed in as {actor.name}.</p>
    </>
  );
}
