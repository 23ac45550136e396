// SPDX-License-Identifier: GPL-3.0-or-later
// National code and password; used by the sign-in page and by the dialog that renews a session.
import { call, unsafe } from '../../api/client';
import { adoptSession, type Session } from '../../api/session';
import { t } from '../../text/texts';
import { Button, ButtonLink } from '../../ui/button';
import { FormProblems, NationalCodeField, PasswordField } from './fields';
import { useForm } from './use-form';
import './texts';

export function SignInForm({ onDone, allowActivation = true }: { onDone(session: Session): void; allowActivation?: boolean }) {
  const form = useForm(
    { national_code: '', password: '' },
    { national_code: 'session.national_code_missing', password: 'session.password_missing' },
    async (values) => {
      const session = await call((api) => api.POST('/session', { params: { header: unsafe }, body: values }));
      adoptSession(session);
      onDone(session);
    },
  );
  const activation = form.submission.problem?.code === 'account.activation_required';
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form}>
        {activation && allowActivation && (
          <p>
            <ButtonLink to="/activation" kind="primary">
              {t('session.activate_link')}
            </ButtonLink>
          </p>
        )}
      </FormProblems>
      <NationalCodeField form={form} name="national_code" label={t('session.national_code')} hint={t('session.national_code_hint')} />
      <PasswordField form={form} name="password" label={t('session.password')} />
      <p>
        <Button type="submit" kind="primary" busy={form.submission.busy}>
          {t('session.enter')}
        </Button>
      </p>
    </form>
  );
}
