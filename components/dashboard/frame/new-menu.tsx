import { Menu } from '@/components/ui/menu';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/**
 * A new post of each kind; within `data-new-menu` also by the first letter of the kind. Plain links:
 * a new post that was typed into has another address by now, but to the router it is still the page
 * of its kind, which it would show again as it stands, with the text of the former post.
 */
export function NewMenu({ label }: { label: string }) {
  return (
    <Menu label={label}>
      {postKinds.map((kind) => (
        <li key={kind}>
          <a href={dashboardUrls.newPost(kind)} data-menu-key={kinds[kind].label.charAt(0)}>
            {capitalised(kinds[kind].label)}
          </a>
        </li>
      ))}
    </Menu>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
