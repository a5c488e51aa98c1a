import { ButtonLink } from '@/components/ui/button';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/** Begins a post, one button a kind. With the keys: `n`, then the kind's first letter. */
export function NewPosts() {
  return (
    <nav className="new-posts" aria-label="New post" data-new-menu>
      <ul className="button-row">
        {postKinds.map((kind) => (
          <li key={kind}>
            <ButtonLink
              href={dashboardUrls.newPost(kind)}
              data-menu-key={kinds[kind].label.charAt(0)}
            >
              New {kinds[kind].label}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
