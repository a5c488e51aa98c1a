// Which links a browser may fetch ahead (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API).
// Announced by the `Speculation-Rules` header: an inline rule set would need a script policy.
import { unprefetched } from '@/lib/urls';

export const dynamic = 'force-static';

export function GET(): Response {
  const rules = {
    prefetch: [
      {
        where: {
          and: [
            { href_matches: '/*' },
            { not: { href_matches: [...unprefetched] } },
            { not: { selector_matches: '[rel~=nofollow]' } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  };
  return new Response(JSON.stringify(rules), {
    headers: {
      'Content-Type': 'application/speculationrules+json',
      'Cache-Control': 'public, max-age=86400',
    },
  });
}
