// SPDX-License-Identifier: GPL-3.0-or-later
// The task list of one declaration: sections, points, what is missing, and sending.
import { useEffect } from 'react';
import type { Schemas } from '../../../api/client';
import { formatInstant } from '../../../text/dates';
import { localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { ButtonLink } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { RoundBanner } from '../round-banner';
import { fetchDeclaration } from '../section/fetch';
import { Readiness } from './readiness';
import { TaskList } from './task-list';
import { WhatIf } from './what-if';

type Declaration = Schemas['Declaration'];

const reading_pause_ms = 2500;

export function DeclarationPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const declaration = useResource(`declaration/${id}`, () => fetchDeclaration(id));
  const { data, reload } = declaration;
  const reading = data?.sections.some((section) => section.status === 'being_read') ?? false;
  useEffect(() => {
    if (!reading) return;
    const timer = setTimeout(reload, reading_pause_ms);
    return () => clearTimeout(timer);
  }, [reading, data, reload]);
  return (
    <Page title={data?.office.name ?? t('declaration.title')} intro={data && <OfficeLine declaration={data} />}>
      <Loaded resource={declaration} lines={7}>
        {(loaded) => <Content declaration={loaded} />}
      </Loaded>
    </Page>
  );
}

function OfficeLine({ declaration: { office } }: { declaration: Declaration }) {
  return (
    <p>
      {t('declaration.title')} · {t(`kind.${office.kind}`)} · {office.city} · {t('declaration.licence', { licence: '' })}
      <bdi dir="ltr">{localDigits(office.licence_no)}</bdi>
    </p>
  );
}

function Content({ declaration }: { declaration: Declaration }) {
  const first = declaration.status === 'open' && declaration.sections.every((section) => section.status === 'not_started');
  return (
    <>
      <RoundBanner round={declaration.round} />
      {!declaration.official && <Notice tone="needs">{t('app.example_weights')}</Notice>}
      {first && (
        <Notice>
          <strong>{t('declaration.welcome')}</strong>
          <p>{t('declaration.welcome_text')}</p>
        </Notice>
      )}
      <Outcome declaration={declaration} />
      <TaskList declaration={declaration} />
      {!declaration.has_result && declaration.status !== 'silent' && <WhatIf declaration={declaration} />}
      {declaration.status === 'open' && <Readiness declaration={declaration} />}
    </>
  );
}

/** What has already come of it: the receipt, the result, or why there is none. */
function Outcome({ declaration: { id, status, submitted_at, has_result } }: { declaration: Declaration }) {
  return (
    <>
      {has_result && (
        <Notice tone="good">
          <p>{t('ready.result_text')}</p>
          <ButtonLink to={`/declarations/${id}/result`} kind="primary">
            {t('ready.result')}
          </ButtonLink>
        </Notice>
      )}
      {status === 'submitted' && submitted_at && (
        <Notice tone={has_result ? 'info' : 'good'}>
          <p>{t('ready.submitted', { at: formatInstant(submitted_at) })}</p>
          <ButtonLink to={`/declarations/${id}/receipt`}>{t('ready.receipt')}</ButtonLink>
        </Notice>
      )}
      {(status === 'silent' || status === 'carried_over') && <Notice tone="needs">{t(`declaration.late.${status}`)}</Notice>}
    </>
  );
}
