// SPDX-License-Identifier: GPL-3.0-or-later
// What one may do with one's own account, behind a button in the head.
import { useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call, unsafe } from '../api/client';
import { asProblem, problemText } from '../api/problem';
import { loadSession, type Session } from '../api/session';
import { t } from '../text/texts';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';

export function AccountMenu({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [path] = useLocation();

  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const closeOnEscape = (event: { key: string }) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div className="account" ref={box} onKeyDown={closeOnEscape}>
      <Button kind="quiet" icon="person" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className="head__person">{session.name}</span>
        <span className="visually-hidden">{t('frame.account')}</span>
        <Icon name="down" size={16} />
      </Button>
      <div className="account__menu" id={id} hidden={!open}>
        <p className="account__who">
          <strong>{session.name}</strong>
          {session.role && <span className="muted small">{t(`frame.role.${session.role}`)}</span>}
        </p>
        <Link href="/password" className="account__item">
          <Icon name="lock" /> {t('app.change_password')}
        </Link>
        <SignOut />
      </div>
    </div>
  );
}

function SignOut() {
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const signOut = async () => {
    setBusy(true);
    try {
      await call((api) => api.DELETE('/session', { params: { header: unsafe } }));
      await loadSession();
      navigate('/');
    } catch (error) {
      setFailure(problemText(asProblem(error)));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="account__item" onClick={() => void signOut()} disabled={busy}>
        <Icon name="forward" /> {t('app.sign_out')}
      </button>
      {failure && (
        <p className="field__message" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
