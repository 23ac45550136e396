// SPDX-License-Identifier: GPL-3.0-or-later
// Where a list would be when there is nothing in it: says so, and what comes next.
import type { ReactNode } from 'react';

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
