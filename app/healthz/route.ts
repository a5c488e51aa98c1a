// Is the process alive? Says nothing of the database, so that a supervisor does not kill for it.
export const dynamic = 'force-dynamic';

export function GET(): Response {
  return new Response('ok\n', { headers: { 'Cache-Control': 'no-store' } });
}
