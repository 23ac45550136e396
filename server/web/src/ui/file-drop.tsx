// SPDX-License-Identifier: GPL-3.0-or-later
// Where documents come in: chosen, photographed on a phone, or dropped on whatever the page makes a target of (useFileDrop).
import { useRef } from 'react';
import { Button } from './button';

interface FileDropProps {
  id: string;
  /** As for <input accept>. */
  accept: string;
  texts: { drop: string; choose: string; camera: string };
  describedBy?: string;
  /** Several may be chosen at once. */
  multiple?: boolean;
  /** Files are held over the target. */
  over?: boolean;
  onFiles(files: File[]): void;
}

export function FileDrop({ id, accept, texts, describedBy, multiple = false, over = false, onFiles }: FileDropProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen again
    if (files.length > 0) onFiles(files);
  };

  return (
    <div className={over ? 'drop drop--over' : 'drop'}>
      <input ref={chooser} type="file" accept={accept} multiple={multiple} hidden onChange={(event) => take(event.currentTarget)} data-slot={id} />
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={(event) => take(event.currentTarget)} />
      <span className="drop__text">{texts.drop}</span>
      <span className="drop__buttons">
        <Button id={id} icon="upload" aria-describedby={describedBy} onClick={() => chooser.current?.click()}>
          {texts.choose}
        </Button>
        <Button className="drop__camera" icon="camera" aria-describedby={describedBy} onClick={() => camera.current?.click()}>
          {texts.camera}
        </Button>
      </span>
    </div>
  );
}
