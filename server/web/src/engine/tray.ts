// SPDX-License-Identifier: GPL-3.0-or-later
// Files that wait for a place: which places each may get, and which one is proposed.

export interface TrayPlace {
  /** '' is the one place of an objection. */
  slot: string;
  title: string;
  /** null: every format that is read. */
  accepts: readonly string[] | null;
  /** How many more documents it takes. */
  room: number;
}

export interface WaitingFile {
  id: string;
  format: string | null;
  /** Where its bundle was sent to. */
  slot: string | null;
}

export interface Choice {
  /** null: nothing is chosen yet. */
  slot: string | null;
  /** Places that take its format and have room, the chosen one among them. */
  places: readonly TrayPlace[];
  /** Whether any place takes its format, full or not. */
  fits: boolean;
}

/** A photograph is a photograph: what takes JPEG takes HEIC, as the server does. */
export const takes = (accepts: readonly string[] | null, format: string): boolean => accepts === null || accepts.includes(format === 'heic' ? 'jpeg' : format);

/** `chosen`: by the person, null for explicitly none. A place is promised to no more files than it has room for. */
export function choicesOf(files: readonly WaitingFile[], places: readonly TrayPlace[], chosen: ReadonlyMap<string, string | null>): Map<string, Choice> {
  const left = new Map(places.map(({ slot, room }) => [slot, room]));
  const given = new Map<string, string>();
  const fitting = (file: WaitingFile) => places.filter(({ accepts }) => file.format !== null && takes(accepts, file.format));
  const give = (file: WaitingFile, slot: string | null | undefined) => {
    if (typeof slot !== 'string' || !fitting(file).some((place) => place.slot === slot)) return;
    const room = left.get(slot) ?? 0;
    if (room <= 0) return;
    left.set(slot, room - 1);
    given.set(file.id, slot);
  };
  for (const file of files) give(file, chosen.get(file.id));
  for (const file of files) {
    if (chosen.has(file.id) || given.has(file.id)) continue;
    const [only, ...others] = fitting(file);
    give(file, file.slot !== null && file.slot !== '' ? file.slot : others.length === 0 ? only?.slot : null);
  }
  return new Map(
    files.map((file) => {
      const slot = given.get(file.id) ?? null;
      const open = fitting(file).filter((place) => place.slot === slot || (left.get(place.slot) ?? 0) > 0);
      return [file.id, { slot, places: open, fits: fitting(file).length > 0 }];
    }),
  );
}
