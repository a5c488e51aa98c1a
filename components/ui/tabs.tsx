import Link from 'next/link';

type Tab = { label: string; href: string; isCurrent: boolean; count?: number | string | undefined };

/** Views of one thing side by side, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ label, href, isCurrent, count }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={isCurrent ? 'page' : undefined}>
              {label}
              {count !== undefined && <span className="count"> {count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
