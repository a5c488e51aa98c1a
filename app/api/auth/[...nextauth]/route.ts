// Where a provider of identities sends a browser back to. Everything else that the library would
// answer here has a place of its own: /sign-in/ and its actions.
import type { NextRequest } from 'next/server';
import { handlers } from '@/lib/auth/next-auth';

export function GET(request: NextRequest): Response | Promise<Response> {
  const isCallback = request.nextUrl.pathname.startsWith('/api/auth/callback/');
  return isCallback ? handlers.GET(request) : new Response(null, { status: 404 });
}
