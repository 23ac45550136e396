// SPDX-License-Identifier: GPL-3.0-or-later
// One evidence slot: what is wanted, what is there, and where a document comes in.
import type { Slot } from '../../../engine/definition';
import { worded } from '../../../text/language';
import { comma } from '../../../text/lists';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';
import { slotId } from '../places';
import { EvidenceCard, type FindingActions } from './evidence-card';
import { IntakeLines, useIntake } from './intake';
import type { EvidenceDesk } from './use-evidence';

const mime_types: Record<string, string> = { pdf: 'application/pdf,.pdf', tiff: 'image/tiff,.tif,.tiff', png: 'image/png,.png', jpeg: 'image/jpeg,.jpg,.jpeg,image/heic,.heic' };

export const acceptOf = (types: string[]): string => types.map((type) => mime_types[type] ?? `.${type}`).join(',');

/** In words: what takes JPEG takes the HEIC of phones too. */
const formatNames = (types: string[]): string => types.flatMap((type) => (type === 'jpeg' ? ['JPEG', 'HEIC'] : [type.toUpperCase()])).join(', ');

interface SlotCardProps {
  slot: Slot;
  required: boolean;
  editable: boolean;
  desk: EvidenceDesk;
  message: string | null;
  actions: FindingActions;
}

export function SlotCard({ slot, required, editable, desk, message, actions }: SlotCardProps) {
  const id = slotId(slot.id);
  const items = desk.items.filter((one) => one.slot === slot.id);
  const limit = slot.document_limit ?? 1;
  const intake = useIntake({ slot: slot.id, desk, limit, editable });
  const title = worded(slot.label);
  return (
    <section className={message ? 'slot slot--wrong' : 'slot'} aria-labelledby={`${id}-title`} {...intake.target.handlers}>
      <div>
        <h2 id={`${id}-title`} className="slot__title">
          <Icon name="file" /> {title} {!required && <span className="field__optional">({t('app.optional')})</span>}
        </h2>
        <p className="field__hint" id={`${id}-hint`}>
          {slot.hint && (
            <>
              {worded(slot.hint)}
              <br />
            </>
          )}
          <bdi dir="ltr">{formatNames(slot.accepts)}</bdi>
          {t('slot.limits', { pages: formatNumber(slot.page_limit) })}
          {limit > 1 && comma() + t('slot.several', { count: formatNumber(limit) })}
          {slot.fresh && comma() + t('slot.fresh')}
          {editable && t('slot.bundle')}
        </p>
        {message && (
          <p className="field__message">
            <Icon name="alert" size={18} /> {message}
          </p>
        )}
      </div>
      {items.map((evidence) => (
        <EvidenceCard
          key={evidence.id}
          evidence={evidence}
          editable={editable}
          accept={acceptOf(slot.accepts)}
          desk={desk}
          actions={actions}
          full={items.length >= limit}
        />
      ))}
      <IntakeLines intake={intake} id={id} accept={acceptOf(slot.accepts)} describedBy={`${id}-title ${id}-hint`} />
      {!editable && items.length === 0 && <p className="muted">{t('slot.none')}</p>}
    </section>
  );
}
