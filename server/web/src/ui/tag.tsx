// SPDX-License-Identifier: GPL-3.0-or-later
// A state in an icon and a word; the colour only repeats it.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'proved' | 'needs' | 'wrong' | 'active' | 'calm';

export function Tag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`tag tag--${tone}`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
