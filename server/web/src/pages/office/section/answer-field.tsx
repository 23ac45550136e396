// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a section: label, hint and message around its control, and what a document says about it.
import type { Schemas } from '../../../api/client';
import type { Field as Definition } from '../../../engine/definition';
import { worded } from '../../../text/language';
import { t } from '../../../text/texts';
import { Field, FieldGroup } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { Tag } from '../../../ui/tag';
import { answerId, findingId } from '../places';
import { Choices, isLaidOpen, SingleControl, type ProvinceOption } from './controls';
import { answerText } from './sentences';

type Finding = Schemas['Finding'];

export interface AnswerFieldProps {
  field: Definition;
  path: string;
  value: unknown;
  required: boolean;
  readOnly: boolean;
  locked: boolean;
  message: string | null;
  finding: Finding | undefined;
  provinces: readonly ProvinceOption[];
  onChange(path: string, value: unknown): void;
  onLeave(path: string): void;
}

export function AnswerField(props: AnswerFieldProps) {
  const { field, path, value, required, readOnly, locked, message, finding, provinces, onChange, onLeave } = props;
  if (readOnly || locked) return <FixedAnswer {...props} />;
  const id = answerId(path);
  const shared = {
    id,
    label: worded(field.label),
    hint: hintOf(field),
    message,
    optional: !required,
    aside: finding && <Verdict finding={finding} />,
  };
  const handlers = { field, value, onChange: (next: unknown) => onChange(path, next), onLeave: () => onLeave(path) };
  if (isLaidOpen(field))
    return (
      <FieldGroup {...shared}>
        <Choices {...handlers} name={id} />
      </FieldGroup>
    );
  return <Field {...shared}>{(control) => <SingleControl {...handlers} control={control} provinces={provinces} />}</Field>;
}

function hintOf(field: Definition): string | undefined {
  if (field.hint) return worded(field.hint);
  return field.value.format === 'jalali-date' ? t('date.hint') : undefined;
}

/** What may not be changed here is text, not a dead control. */
function FixedAnswer({ field, path, value, readOnly, finding, provinces }: AnswerFieldProps) {
  const text = answerText(field, value, provinces);
  return (
    <div className="field" id={answerId(path)} tabIndex={-1}>
      <div className="field__head">
        <span>{worded(field.label)}</span>
        {finding && <Verdict finding={finding} />}
      </div>
      <p className="fixed">{text || <span className="muted">–</span>}</p>
      {!readOnly && (
        <p className="field__hint fixed__lock">
          <Icon name="lock" size={16} /> {t('section.locked')}
        </p>
      )}
    </div>
  );
}

const verdicts = {
  match: { tone: 'proved', icon: 'check', text: 'section.proved' },
  mismatch: { tone: 'wrong', icon: 'alert', text: 'section.differs' },
  unreadable: { tone: 'needs', icon: 'alert', text: 'section.unreadable' },
} as const;

function Verdict({ finding }: { finding: Finding }) {
  const { tone, icon, text } = verdicts[finding.verdict];
  const tag = (
    <Tag tone={tone} icon={icon}>
      {t(text)}
    </Tag>
  );
  return finding.verdict === 'match' ? tag : <a href={`#${findingId(finding.id)}`}>{tag}</a>;
}
