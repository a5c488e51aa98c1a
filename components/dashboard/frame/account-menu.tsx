import { Menu } from '@/components/ui/menu';
import { signOut } from '@/lib/auth/actions';

export function AccountMenu({ name }: { name: string }) {
  return (
    <Menu label={name}>
      <li>
        <form action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </li>
    </Menu>
  );
}
