type RandomLinkProps = {
  href: string;
  /** What the posts have in common; nothing for all of them. */
  label?: string;
};

/** Leads to a post by chance; the script of the page offers it again there. */
export function RandomLink({ href, label = '' }: RandomLinkProps) {
  return (
    <a href={href} rel="nofollow" data-random={label}>
      Random
    </a>
  );
}
