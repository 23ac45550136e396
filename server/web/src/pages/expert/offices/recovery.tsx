// SPDX-License-Identifier: GPL-3.0-or-later
// A one-time code for somebody who lost the way in: after an identity check that is written down; shown once.
import { useState } from 'react';
import { call, unsafe, type Schemas } from '../../../api/client';
import { formatInstant } from '../../../text/dates';
import { comma, listed } from '../../../text/lists';
import { localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorSummary } from '../../../ui/error-summary';
import { Field } from '../../../ui/field';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Select } from '../../../ui/select';
import { useSubmission } from '../../../ui/use-submission';

type Account = Schemas['Dossier']['accounts'][number];
type Code = Schemas['RecoveryCode'];

interface RecoveryProps {
  office: number;
  officeName: string;
  accounts: Account[];
}

export function Recovery(props: RecoveryProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>
        <Button icon="lock" onClick={() => setOpen(true)}>
          {t('recovery.issue')}
        </Button>
      </p>
      {open && (
        <Dialog title={t('recovery.title')} onClose={() => setOpen(false)} closeText={t('app.close')}>
          <Steps {...props} />
        </Dialog>
      )}
    </>
  );
}

function Steps({ office, officeName, accounts }: RecoveryProps) {
  const [issued, setIssued] = useState<{ account: Account; code: Code } | null>(null);
  if (issued) return <Issued officeName={officeName} {...issued} />;
  return <CheckForm office={office} accounts={accounts} onIssued={(account, code) => setIssued({ account, code })} />;
}

function CheckForm({ office, accounts, onIssued }: { office: number; accounts: Account[]; onIssued(account: Account, code: Code): void }) {
  const [code, setCode] = useState(accounts.length === 1 ? (accounts[0]?.national_code ?? '') : '');
  const [check, setCheck] = useState('');
  const [refusals, setRefusals] = useState(0);
  const { busy, problem, run } = useSubmission();
  const wrong = {
    person: refusals > 0 && !code ? t('recovery.person_missing') : null,
    check: refusals > 0 && !check.trim() ? t('recovery.check_missing') : null,
  };
  const issue = () => {
    const account = accounts.find((one) => one.national_code === code);
    if (!account || !check.trim()) {
      setRefusals((count) => count + 1);
      return;
    }
    void run(async () => {
      const path = { id: office };
      const body = { national_code: code, identity_check: check.trim() };
      onIssued(account, await call((api) => api.POST('/offices/{id}/recovery-code', { params: { path, header: unsafe }, body })));
    });
  };
  const lines = [
    ...(wrong.person ? [{ target: 'recovery-person', text: wrong.person }] : []),
    ...(wrong.check ? [{ target: 'recovery-check', text: wrong.check }] : []),
  ];
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        issue();
      }}
    >
      <p className="muted">{t('recovery.text')}</p>
      <ErrorSummary lines={lines} announced={refusals} />
      {problem && <ProblemNotice problem={problem} />}
      <Field id="recovery-person" label={t('recovery.person')} message={wrong.person}>
        {(control) => (
          <Select
            {...control}
            value={code}
            {...(accounts.length > 1 && { empty: t('recovery.choose') })}
            options={accounts.map((one) => ({ value: one.national_code, text: listed([one.name, localDigits(one.national_code)]) }))}
            onChange={setCode}
          />
        )}
      </Field>
      <Field id="recovery-check" label={t('recovery.check')} hint={t('recovery.check_hint')} message={wrong.check}>
        {(control) => <textarea {...control} className="input" rows={3} maxLength={1000} value={check} onChange={(event) => setCheck(event.target.value)} />}
      </Field>
      <p>
        <Button type="submit" kind="primary" busy={busy}>
          {t('recovery.make')}
        </Button>
      </p>
    </form>
  );
}

function Issued({ officeName, account, code }: { officeName: string; account: Account; code: Code }) {
  return (
    <div className="stack recovery">
      <Notice tone="needs" live>
        {t('recovery.once')}
      </Notice>
      <div className="recovery__sheet">
        <p>
          <strong>{account.name}</strong>
          {comma()}
          {officeName}
        </p>
        <p className="recovery__code">
          <bdi dir="ltr">{code.code}</bdi>
        </p>
        <p className="muted">{t('recovery.until', { at: formatInstant(code.expires_at) })}</p>
        <p>{t('recovery.how')}</p>
      </div>
      <p className="no-print">
        <Button icon="print" onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
      </p>
    </div>
  );
}
