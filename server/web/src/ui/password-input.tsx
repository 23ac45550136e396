// SPDX-License-Identifier: GPL-3.0-or-later
// A password that can be shown while it is typed.
import { useState, type InputHTMLAttributes } from 'react';
import { t } from '../text/texts';
import { Button } from './button';

export function PasswordInput(props: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="input-with">
      <input {...props} type={shown ? 'text' : 'password'} className="input input--code" spellCheck={false} autoCapitalize="none" />
      <Button aria-pressed={shown} aria-label={t('password.show_label')} onClick={() => setShown(!shown)}>
        {t(shown ? 'password.hide' : 'password.show')}
      </Button>
    </div>
  );
}
