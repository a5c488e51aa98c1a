import { Menu } from '@/components/ui/menu';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/**
 * Begins a post of any kind. With the keys: `n`, then the kind's first letter. Plain links, as in the
 * header (components/dashboard/frame/new-menu.tsx).
 */
export function NewMenu() {
  return (
    <div className="new-menu" data-new-menu>
      <Menu label="New post">
        {postKinds.map((kind) => (
          <li key={kind}>
            <a href={dashboardUrls.newPost(kind)} data-menu-key={kinds[kind].label.charAt(0)}>
              {capitalised(kinds[kind].label)}
            </a>
          </li>
        ))}
      </Menu>
    </div>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
