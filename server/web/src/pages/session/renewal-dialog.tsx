// SPDX-License-Identifier: GPL-3.0-or-later
// The session has ended while a page is open: signing in again over it keeps what is typed.
import { useLocation } from 'wouter';
import { abandonRenewal, currentSession, type Session } from '../../api/session';
import { t } from '../../text/texts';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { homeOf } from '../../frame/parts';
import { SignInForm } from './sign-in-form';
import '../../frame/texts';

export default function RenewalDialog() {
  const [, navigate] = useLocation();
  const before = currentSession();
  const leave = () => {
    abandonRenewal();
    navigate('/sign-in');
  };
  const back = (session: Session) => {
    // Someone else has signed in: the open page is not theirs.
    if (session.name !== before?.name || session.role !== before?.role) navigate(homeOf(session.role), { replace: true });
  };
  return (
    <Dialog title={t('frame.renewal')} onClose={leave} closeText={t('frame.renewal_leave')}>
      <div className="stack">
        <Notice tone="needs">{t('frame.renewal_text')}</Notice>
        <SignInForm onDone={back} allowActivation={false} />
      </div>
    </Dialog>
  );
}
