import Link from 'next/link';
import type { ComponentProps } from 'react';

export type ButtonVariant = 'primary' | 'plain' | 'danger';

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant };

export function Button({ variant = 'plain', type = 'button', className, ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass(variant, className)} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A link that leads to where something is done, and looks like it. */
export function ButtonLink({ variant = 'plain', className, ...rest }: ButtonLinkProps) {
  return <Link prefetch={false} {...rest} className={buttonClass(variant, className)} />;
}

export function buttonClass(variant: ButtonVariant, more = ''): string {
  return `button is-${variant} ${more}`.trimEnd();
}
