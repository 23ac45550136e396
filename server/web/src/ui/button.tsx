// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons and links that look like them. While busy a button keeps its width and refuses a second press.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from './icon';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind;
  icon?: IconName;
  busy?: boolean;
}

export function Button({ kind = 'plain', icon, busy = false, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button--${kind}${busy ? ' button--busy' : ''}${className ? ` ${className}` : ''}`}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function ButtonLink({ to, kind = 'plain', icon, children, label }: { to: string; kind?: Kind; icon?: IconName; children: ReactNode; label?: string }) {
  return (
    <Link href={to} className={`button button--${kind}`} aria-label={label}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
