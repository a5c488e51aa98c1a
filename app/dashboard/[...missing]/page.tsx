// Any other address of the dashboard: nothing, for those who are signed in.
import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/auth/session';

export default async function MissingPage() {
  await requireActor();
  notFound();
}
