// SPDX-License-Identifier: GPL-3.0-or-later
// An element that files may be dropped on; of one inside another the inner one takes them.
import { useState, type DragEvent } from 'react';

interface FileDropTarget {
  /** Files are held over it. */
  over: boolean;
  handlers: {
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

export function useFileDrop(onFiles: (files: File[]) => void): FileDropTarget {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return; // words dragged from a field
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      },
      onDragLeave(event) {
        // Passing over an element inside is no leaving.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event) {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      },
    },
  };
}
