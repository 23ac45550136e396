// SPDX-License-Identifier: GPL-3.0-or-later
// A forgotten password: the region's one-time code sets a new one.
import { useLocation } from 'wouter';
import { call, unsafe } from '../../api/client';
import { adoptSession } from '../../api/session';
import { homeOf } from '../../frame/parts';
import { t } from '../../text/texts';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { ContactList } from './contacts';
import { CodeField, FormProblems, NationalCodeField, NewPasswordField } from './fields';
import { useForm } from './use-form';
import './session.css';

export function ResetPage() {
  const [, navigate] = useLocation();
  const form = useForm(
    { national_code: '', code: '', new_password: '' },
    { national_code: 'session.national_code_missing', code: 'reset.code_missing', new_password: 'password.new_missing' },
    async (values) => {
      const session = await call((api) => api.POST('/password-reset', { params: { header: unsafe }, body: values }));
      adoptSession(session);
      navigate(homeOf(session.role), { replace: true });
    },
  );
  return (
    <Page title={t('reset.title')} back={{ to: '/sign-in', text: t('session.sign_in') }} intro={t('reset.intro')}>
      <form className="card stack" onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <NationalCodeField form={form} name="national_code" label={t('session.national_code')} hint={t('session.national_code_hint')} />
        <CodeField form={form} name="code" label={t('reset.code')} />
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
