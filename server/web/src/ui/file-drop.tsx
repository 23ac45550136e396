// SPDX-License-Identifier: GPL-3.0-or-later
// Where documents come in: dropped, chosen, or photographed on a phone.
import { useRef, useState, type DragEvent } from 'react';
import { Button } from './button';

interface FileDropProps {
  id: string;
  /** As for <input accept>. */
  accept: string;
  texts: { drop: string; choose: string; camera: string };
  describedBy?: string;
  disabled?: boolean;
  onFile(file: File): void;
}

export function FileDrop({ id, accept, texts, describedBy, disabled = false, onFile }: FileDropProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) onFile(file);
  };
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again
    if (file) onFile(file);
  };

  return (
    <div
      className={over ? 'drop drop--over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input ref={chooser} type="file" accept={accept} hidden onChange={(event) => take(event.currentTarget)} data-slot={id} />
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={(event) => take(event.currentTarget)} />
      <span className="drop__text">{texts.drop}</span>
      <span className="drop__buttons">
        <Button id={id} icon="upload" disabled={disabled} aria-describedby={describedBy} onClick={() => chooser.current?.click()}>
          {texts.choose}
        </Button>
        <Button className="drop__camera" icon="camera" disabled={disabled} aria-describedby={describedBy} onClick={() => camera.current?.click()}>
          {texts.camera}
        </Button>
      </span>
    </div>
  );
}
