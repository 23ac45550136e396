// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's keys. Letters go by their place on the keyboard: «ظ» and Z are the same key.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { language } from '../../../text/language';

export type Command = '1' | '2' | '3' | '4' | 'zoom' | 'undo' | 'next' | 'previous' | 'help' | 'closer' | 'wider';

const letters: Record<string, Command> = { KeyZ: 'zoom', KeyU: 'undo', KeyJ: 'next', KeyK: 'previous' };

export function commandOf(event: KeyboardEvent): Command | null {
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1] ?? /^[1-4]$/.exec(event.key)?.[0];
  if (event.key === '?' || event.key === '؟') return 'help';
  if (event.shiftKey && event.key !== '+') return null;
  if (digit) return digit as Command;
  if (event.key === '+' || event.key === '=') return 'closer';
  if (event.key === '-') return 'wider';
  if (event.key === 'ArrowDown') return 'next';
  if (event.key === 'ArrowUp') return 'previous';
  if (event.key === 'ArrowLeft') return language() === 'fa' ? 'next' : 'previous';
  if (event.key === 'ArrowRight') return language() === 'fa' ? 'previous' : 'next';
  return letters[event.code] ?? letters[`Key${event.key.toUpperCase()}`] ?? null;
}

const writing = 'input, textarea, select, [contenteditable="true"], dialog, summary';

/** `run` says whether the command meant something now; then the key does nothing else. */
export function useKeys(run: (command: Command) => boolean): void {
  const handler = useRef(run);
  handler.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(writing)) return;
      if (document.querySelector('dialog[open]')) return;
      const command = commandOf(event);
      if (!command || (!keysOn() && command !== 'help')) return;
      const moves = command === 'next' || command === 'previous' || command === 'closer' || command === 'wider';
      if (event.repeat && !moves) return; // a key held down is one decision
      if (handler.current(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

// ── single keys can be switched off, for those who speak to their machine ──

const storage_key = 'mizan.queue.keys';
const listeners = new Set<() => void>();
let off = remembered();

function remembered(): boolean {
  try {
    return localStorage.getItem(storage_key) === 'off';
  } catch {
    return false; // storage may be switched off; keys are the normal case
  }
}

export const keysOn = (): boolean => !off;

export function switchKeys(on: boolean): void {
  off = !on;
  try {
    localStorage.setItem(storage_key, on ? 'on' : 'off');
  } catch {
    // the choice then lasts for this page only
  }
  listeners.forEach((listener) => listener());
}

export function useKeysOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysOn);
}
