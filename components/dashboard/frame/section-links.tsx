'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { isWithin, type Section } from '../sections';

export function SectionLinks({ sections }: { sections: Section[] }) {
  const path = usePathname();
  return (
    <nav className="section-links" aria-label="Dashboard">
      <ul>
        {sections.map((section) => (
          <li key={section.href}>
            <Link
              href={section.href}
              prefetch={false}
              aria-current={isWithin(section, path) ? 'page' : undefined}
            >
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
