// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt: number, time and fingerprint; made to be printed.
import type { ReactNode } from 'react';
import { call, type Schemas } from '../../../api/client';
import { formatInstant } from '../../../text/dates';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, formatPoints, localCode, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button, ButtonLink } from '../../../ui/button';
import { Emblem, Icon } from '../../../ui/icon';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { fetchDeclaration } from '../section/fetch';
import '../office.css';

export function ReceiptPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const receipt = useResource(`receipt/${id}`, () => loadReceipt(id));
  return (
    <Page title={t('receipt.title')} back={{ to: `/declarations/${id}`, text: t('declaration.back') }}>
      <Loaded resource={receipt}>
        {({ receipt: data, official }) => (
          <>
            <p className="receipt__done no-print">
              <Icon name="check" size={24} /> {t('receipt.done')}
            </p>
            <Paper receipt={data} official={official} />
            <div className="row no-print">
              <Button icon="print" kind="primary" onClick={() => window.print()}>
                {t('receipt.print')}
              </Button>
              <ButtonLink to={`/declarations/${id}`}>{t('declaration.back')}</ButtonLink>
            </div>
            <section className="stack stack--near no-print" aria-labelledby="receipt-next">
              <h2 id="receipt-next">{t('receipt.next')}</h2>
              <p>{t('receipt.next_text')}</p>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

async function loadReceipt(id: number) {
  const path = { id };
  const [receipt, { official }] = await Promise.all([
    call((api) => api.GET('/declarations/{id}/receipt', { params: { path } })),
    fetchDeclaration(id),
  ]);
  return { receipt, official };
}

function Paper({ receipt, official }: { receipt: Schemas['Receipt']; official: boolean }) {
  return (
    <article className="card receipt">
      <div className="receipt__head">
        <span className="row">
          <Emblem /> <strong>{t('app.name')}</strong>
        </span>
        <span className="muted small">{t('app.title')}</span>
      </div>
      <p className="receipt__number">
        <span className="muted small">{t('receipt.number')}</span>
        <bdi dir="ltr">{localCode(receipt.receipt_number)}</bdi>
      </p>
      <dl className="answers">
        <Line name={t('receipt.at')}>{formatInstant(receipt.submitted_at)}</Line>
        <Line name={t('receipt.office')}>
          <bdi>{listed([receipt.office.name, receipt.office.city])}</bdi>
        </Line>
        <Line name={t('receipt.licence')}>
          <bdi dir="ltr">{localDigits(receipt.office.licence_no)}</bdi>
        </Line>
        <Line name={t('receipt.round')}>{localized(receipt.round, 'title')}</Line>
        <Line name={t('receipt.points')}>
          {t('points.of', { points: formatPoints(receipt.points), maximum: formatPoints(receipt.maximum) })}
          {!official && <span className="muted small"> ({t('receipt.example')})</span>}
        </Line>
        <Line name={t('receipt.sections')}>
          <ul className="receipt__sections">
            {receipt.sections.map((section) => (
              <li key={section.id}>
                {localized(section, 'title')}: {t('receipt.documents', { count: section.documents, shown: formatNumber(section.documents) })}
              </li>
            ))}
          </ul>
        </Line>
        <Line name={t('receipt.hash')}>
          <bdi dir="ltr" className="receipt__hash">
            {receipt.content_hash}
          </bdi>
        </Line>
      </dl>
    </article>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="answers__line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
