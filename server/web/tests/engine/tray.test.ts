// SPDX-License-Identifier: GPL-3.0-or-later
// Which places are open to files of a bundle, and which is proposed.
import { describe, expect, it } from 'vitest';
import { choicesOf, type TrayPlace, type WaitingFile } from '../../src/engine/tray';

const lease: TrayPlace = { slot: 'lease', title: 'اجاره‌نامه', accepts: ['pdf', 'jpeg'], room: 1 };
const lists: TrayPlace = { slot: 'lists', title: 'لیست‌ها', accepts: ['pdf'], room: 2 };
const file = (id: string, format: string, slot = ''): WaitingFile => ({ id, format, slot });
const slots = (files: WaitingFile[], places: TrayPlace[], chosen: [string, string | null][] = []) => [...choicesOf(files, places, new Map(chosen)).values()].map(({ slot }) => slot);
const open = (files: WaitingFile[], places: TrayPlace[], chosen: [string, string | null][] = []) =>
  [...choicesOf(files, places, new Map(chosen)).values()].map((choice) => choice.places.map(({ slot }) => slot));

describe('the proposed place', () => {
  it('is where the bundle was sent to, as far as there is room', () => {
    expect(slots([file('1', 'pdf', 'lists'), file('2', 'pdf', 'lists'), file('3', 'pdf', 'lists')], [lease, lists])).toEqual(['lists', 'lists', null]);
  });
  it('is the only one that takes the format', () => expect(slots([file('1', 'jpeg')], [lease, lists])).toEqual(['lease']));
  it('is none where there are several', () => expect(slots([file('1', 'pdf')], [lease, lists])).toEqual([null]));
  it('is none where the format does not fit', () => expect(slots([file('1', 'png', 'lease')], [lease, lists])).toEqual([null]));
  it("is an objection's one place", () => expect(slots([file('1', 'png')], [{ slot: '', title: '', accepts: null, room: Infinity }])).toEqual(['']));
});

describe('the places to choose from', () => {
  it('take the format and have room; a photograph by a phone counts as one', () => {
    expect(open([file('1', 'heic'), file('2', 'pdf')], [lease, lists])).toEqual([['lease'], ['lists']]);
  });
  it('do not include one that another file was promised', () => {
    expect(open([file('1', 'pdf'), file('2', 'pdf')], [lease, lists], [['2', 'lease']])).toEqual([['lists'], ['lease', 'lists']]);
  });
  it('include one again that a person took back', () => {
    expect(open([file('1', 'pdf', 'lease'), file('2', 'pdf')], [lease, lists], [['1', null]])).toEqual([['lease', 'lists'], ['lease', 'lists']]);
  });
  it('know a full place from none', () => {
    const full = choicesOf([file('1', 'jpeg'), file('2', 'tiff')], [{ ...lease, room: 0 }], new Map());
    expect([...full.values()].map(({ places, fits }) => [places.length, fits])).toEqual([[0, true], [0, false]]);
  });
});
