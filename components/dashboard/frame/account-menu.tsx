import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { signOut } from '@/lib/auth/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';

export function AccountMenu({ name }: { name: string }) {
  return (
    <Menu label={name}>
      <li>
        <Link href={dashboardUrls.account()} prefetch={false}>
          Account
        </Link>
      </li>
      <li>
        <form action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </li>
    </Menu>
  );
}
