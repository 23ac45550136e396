// SPDX-License-Identifier: GPL-3.0-or-later
// A step that cannot be taken back, asked for once more; a refusal shows where one pressed.
import type { ReactNode } from 'react';
import { t } from '../text/texts';
import { Button } from './button';
import { Dialog } from './dialog';
import { ProblemNotice } from './notice';
import { useSubmission } from './use-submission';

interface ConfirmProps {
  title: string;
  /** A verb: what the button does. */
  action: string;
  danger?: boolean;
  children: ReactNode;
  /** The dialog closes itself once this went through. */
  onConfirm(): Promise<void>;
  onClose(): void;
}

export function Confirm({ title, action, danger = false, children, onConfirm, onClose }: ConfirmProps) {
  const { busy, problem, run } = useSubmission();
  const confirm = async () => {
    if (await run(onConfirm)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} closeText={t('app.cancel')}>
      <div className="stack">
        {children}
        {problem && <ProblemNotice problem={problem} />}
        <p>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
