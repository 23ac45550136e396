// SPDX-License-Identifier: GPL-3.0-or-later
// A modal dialog on the browser's own <dialog>: focus stays inside, Escape closes, focus returns afterwards.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../text/texts';
import { Button } from './button';

interface DialogProps {
  title: string;
  onClose(): void;
  wide?: boolean;
  /** Instead of «بستن», when closing means more than that. */
  closeText?: string;
  children: ReactNode;
}

export function Dialog({ title, onClose, wide = false, closeText, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog__head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" icon="cross" onClick={onClose}>
          {closeText ?? t('app.close')}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
