import '../../styles/tags.css';
import type { ReactNode } from 'react';

export default function TagsLayout({ children }: { children: ReactNode }) {
  return children;
}
