import { Menu } from '@/components/ui/menu';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/**
 * A new post of each kind, from every page. Plain links: a new post that was typed into has another
 * address by now, but to the router it is still the page of its kind, which it would show again as
 * it stands, with the text of the former post.
 */
export function NewMenu() {
  return (
    <Menu label="New">
      {postKinds.map((kind) => (
        <li key={kind}>
          <a href={dashboardUrls.newPost(kind)}>{capitalised(kinds[kind].label)}</a>
        </li>
      ))}
    </Menu>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
