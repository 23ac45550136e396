// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft, valueAt, type Saved } from '../../src/engine/draft';
import type { Answers } from '../../src/engine/definition';
import { definitionOf } from '../support/fixtures';

type Save = (revision: number, answers: Answers) => Promise<Saved<{ field: string }>>;

const saved = (revision: number): Saved<{ field: string }> => ({ revision, saved_at: '2026-02-10T07:12:00.000Z', problems: [] });

function draftOf(save: Save, answers: Answers = {}) {
  return new Draft<{ field: string }>({ section: definitionOf('premises'), answers, revision: 3, savedAt: null, provinces: [], save });
}

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('saves when a field is left, from the revision it stands on', async () => {
    const save = vi.fn<Save>().mockResolvedValue(saved(4));
    const draft = draftOf(save);
    draft.set('area', '85');
    expect(draft.state.status).toBe('changed');
    draft.leave('area');
    await draft.flush();
    expect(save).toHaveBeenCalledExactlyOnceWith(3, { area: '85' });
    expect(draft.state).toMatchObject({ status: 'clean', savedAt: '2026-02-10T07:12:00.000Z' });
  });

  it('saves after a pause in typing', async () => {
    const save = vi.fn<Save>().mockResolvedValue(saved(4));
    const draft = draftOf(save);
    draft.set('area', '8');
    draft.set('area', '85');
    await vi.advanceTimersByTimeAsync(1600);
    expect(save).toHaveBeenCalledExactlyOnceWith(3, { area: '85' });
  });

  it('runs one save at a time, the next one on the new revision', async () => {
    const answers: ((value: Saved<{ field: string }>) => void)[] = [];
    const save = vi.fn<Save>().mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const draft = draftOf(save);
    draft.set('area', '85');
    const whole = draft.flush();
    draft.set('area', '86');
    void draft.flush();
    expect(save).toHaveBeenCalledTimes(1);
    answers[0]?.(saved(4));
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenLastCalledWith(4, { area: '86' });
    answers[1]?.(saved(5));
    expect(await whole).toBe(true);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('keeps what was typed when saving fails, and saves it later', async () => {
    const save = vi.fn<Save>().mockRejectedValueOnce(new TypeError('network')).mockResolvedValue(saved(4));
    const draft = draftOf(save);
    draft.set('area', '85');
    expect(await draft.flush()).toBe(false);
    expect(draft.state).toMatchObject({ status: 'failed', answers: { area: '85' } });
    expect(await draft.flush()).toBe(true);
    expect(draft.state).toMatchObject({ status: 'clean', failure: null });
  });

  it('takes over newer answers, but not over what was typed here', async () => {
    const save = vi.fn<Save>().mockResolvedValue(saved(8));
    const draft = draftOf(save, { area: '80', address: 'الف' });
    draft.set('area', '85');
    draft.rebase({ area: '70', address: 'ب' }, 7, { area: '80', address: 'الف' });
    await draft.flush();
    expect(save).toHaveBeenCalledExactlyOnceWith(7, { area: '85', address: 'ب' });
  });

  it('shows problems only of fields that were left', () => {
    const draft = draftOf(vi.fn<Save>().mockResolvedValue(saved(4)));
    draft.set('area', 'بزرگ');
    expect(draft.state.problems).toMatchObject([{ code: 'answers.not_a_number', field: 'area' }]);
    expect(draft.state.touched.has('area')).toBe(false);
    draft.leave('area');
    expect(draft.state.touched.has('area')).toBe(true);
  });

  it('writes into rows by path', () => {
    const draft = draftOf(vi.fn<Save>().mockResolvedValue(saved(4)), { employees: [{ name: 'سارا' }] });
    draft.set('employees/1/days', 30);
    expect(draft.state.answers).toEqual({ employees: [{ name: 'سارا' }, { days: 30 }] });
    expect(valueAt(draft.state.answers, 'employees/1/days')).toBe(30);
    expect(valueAt(draft.state.answers, 'employees/9/days')).toBeUndefined();
  });
});
