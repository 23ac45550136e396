// SPDX-License-Identifier: GPL-3.0-or-later
// Changing one's own password.
import { useState } from 'react';
import { Redirect } from 'wouter';
import { call, unsafe } from '../../api/client';
import { loadSession } from '../../api/session';
import { homeOf } from '../../frame/parts';
import { useSession } from '../../frame/use-session';
import { t } from '../../text/texts';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { FormProblems, NewPasswordField, PasswordField } from './fields';
import { useForm } from './use-form';
import './session.css';

export function ChangePasswordPage() {
  const { session } = useSession();
  const [done, setDone] = useState(false);
  const form = useForm(
    { current_password: '', new_password: '' },
    { current_password: 'session.password_missing', new_password: 'password.new_missing' },
    async (values) => {
      await call((api) => api.POST('/password', { params: { header: unsafe }, body: values }));
      await loadSession();
      setDone(true);
    },
  );
  if (!session) return <Skeleton />;
  if (!session.signed_in) return <Redirect to="/sign-in?next=%2Fpassword" replace />;
  const home = homeOf(session.role);
  return (
    <Page title={t('password.title')} back={{ to: home, text: t('app.back') }} intro={t('password.intro')}>
      {done ? (
        <Notice tone="good" live>
          <p>{t('password.changed')}</p>
          <ButtonLink to={home}>{t('app.back')}</ButtonLink>
        </Notice>
      ) : (
        <form className="card stack" onSubmit={form.onSubmit} noValidate>
          <FormProblems form={form} />
          <PasswordField form={form} name="current_password" label={t('password.current')} />
          <NewPasswordField form={form} name="new_password" />
          <p>
            <Button type="submit" kind="primary" busy={form.submission.busy}>
              {t('password.change')}
            </Button>
          </p>
        </form>
      )}
    </Page>
  );
}
