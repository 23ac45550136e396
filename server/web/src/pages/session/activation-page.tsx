// SPDX-License-Identifier: GPL-3.0-or-later
// The first sign-in: first password and activation code together set a new password, once.
import { useLocation } from 'wouter';
import { call, unsafe } from '../../api/client';
import { adoptSession } from '../../api/session';
import { homeOf } from '../../frame/parts';
import { t } from '../../text/texts';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { ContactList } from './contacts';
import { CodeField, FormProblems, NationalCodeField, NewPasswordField, PasswordField } from './fields';
import { useForm } from './use-form';
import './session.css';

export function ActivationPage() {
  const [, navigate] = useLocation();
  const form = useForm(
    { national_code: '', first_password: '', activation_code: '', new_password: '' },
    {
      national_code: 'session.national_code_missing',
      first_password: 'session.password_missing',
      activation_code: 'activation.code_missing',
      new_password: 'password.new_missing',
    },
    async (values) => {
      const session = await call((api) => api.POST('/activation', { params: { header: unsafe }, body: values }));
      adoptSession(session);
      navigate(homeOf(session.role), { replace: true });
    },
  );
  return (
    <Page title={t('activation.title')} back={{ to: '/sign-in', text: t('session.sign_in') }} intro={t('activation.intro')}>
      <form className="card stack" onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <NationalCodeField form={form} name="national_code" label={t('session.national_code')} hint={t('session.national_code_hint')} />
        <PasswordField form={form} name="first_password" label={t('activation.first_password')} hint={t('activation.first_password_hint')} />
        <CodeField form={form} name="activation_code" label={t('activation.code')} hint={t('activation.code_hint')} />
        <NewPasswordField form={form} name="new_password" />
        <p>
          <Button type="submit" kind="primary" busy={form.submission.busy}>
            {t('activation.submit')}
          </Button>
        </p>
      </form>
      <ContactList />
    </Page>
  );
}
