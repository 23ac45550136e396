// SPDX-License-Identifier: GPL-3.0-or-later
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../src/ui/dialog';
import { ErrorSummary } from '../../src/ui/error-summary';
import { Field, FieldGroup } from '../../src/ui/field';
import { FileDrop } from '../../src/ui/file-drop';
import { useFileDrop } from '../../src/ui/use-file-drop';
import { Pager } from '../../src/ui/pager';
import { PointsScale } from '../../src/ui/progress';
import { axeProblems } from '../support/axe';

describe('a field', () => {
  it('ties label, hint and message to its control', async () => {
    render(
      <Field id="area" label="مساحت" hint="به متر مربع" message="مساحت باید عدد باشد" optional>
        {(control) => <input {...control} />}
      </Field>,
    );
    const input = screen.getByRole('textbox', { name: /مساحت \(اختیاری\)/ });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
    expect(described).toEqual(['به متر مربع', 'مساحت باید عدد باشد']);
    expect(await axeProblems('part')).toEqual([]);
  });

  it('has a legend where it is a group', async () => {
    render(
      <FieldGroup id="ownership" label="نوع تصرف">
        <label>
          <input type="radio" name="o" /> اجاره‌ای
        </label>
      </FieldGroup>,
    );
    expect(screen.getByRole('group', { name: 'نوع تصرف' })).toBeTruthy();
    expect(await axeProblems('part')).toEqual([]);
  });
});

describe('an error summary', () => {
  it('takes the focus and leads to the field', async () => {
    render(
      <>
        <ErrorSummary lines={[{ target: 'area', text: 'مساحت را وارد کنید' }]} announced={1} />
        <input id="area" aria-label="مساحت" />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await userEvent.click(screen.getByRole('link', { name: 'مساحت را وارد کنید' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});

describe('a place for documents', () => {
  const texts = { drop: 'بیندازید', choose: 'انتخاب فایل', camera: 'عکس' };
  const file = new File(['x'], 'a.pdf', { type: 'application/pdf' });

  it('takes a chosen file, and the same one again', async () => {
    const onFiles = vi.fn();
    render(<FileDrop id="drop" accept=".pdf" texts={texts} onFiles={onFiles} />);
    const input = document.querySelector<HTMLInputElement>('input[data-slot="drop"]');
    if (!input) throw new Error('no input');
    await userEvent.upload(input, file);
    await userEvent.upload(input, file);
    expect(onFiles).toHaveBeenCalledTimes(2);
  });

  it('takes several files where it may, and one photograph at a time', async () => {
    const onFiles = vi.fn();
    render(<FileDrop id="drop" accept=".pdf" multiple texts={texts} onFiles={onFiles} />);
    const [chooser, camera] = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
    if (!chooser || !camera) throw new Error('no inputs');
    await userEvent.upload(chooser, [file, new File(['y'], 'b.pdf')]);
    expect((onFiles.mock.calls[0]?.[0] as File[]).map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
    expect([camera.getAttribute('capture'), camera.accept, camera.multiple]).toEqual(['environment', 'image/*', false]);
  });

  it('is marked while files are held over its target, not while words are', () => {
    const onFiles = vi.fn();
    function Target() {
      const { over, handlers } = useFileDrop(onFiles);
      return (
        <section aria-label="جا" data-over={over} {...handlers}>
          <p>درون</p>
        </section>
      );
    }
    render(<Target />);
    const target = screen.getByRole('region');
    fireEvent.dragOver(target, { dataTransfer: { types: ['text/plain'], files: [] } });
    expect(target.dataset.over).toBe('false');
    fireEvent.dragOver(target, { dataTransfer: { types: ['Files'], files: [] } });
    expect(target.dataset.over).toBe('true');
    fireEvent(target, Object.assign(createEvent.dragLeave(target), { relatedTarget: screen.getByText('درون') })); // jsdom's has none
    expect(target.dataset.over).toBe('true');
    fireEvent.drop(target, { dataTransfer: { types: ['Files'], files: [file] } });
    expect(target.dataset.over).toBe('false');
    expect(onFiles).toHaveBeenCalledWith([file]);
  });
});

describe('other parts', () => {
  it('a dialog is named, and Escape or its button closes it', async () => {
    const onClose = vi.fn();
    render(
      <Dialog title="برداشتن سند" onClose={onClose}>
        متن
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'برداشتن سند' });
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await userEvent.click(screen.getByRole('button', { name: 'بستن' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('a pager offers only pages that exist', () => {
    const { rerender } = render(<Pager page={1} pageSize={10} total={25} addressOf={(page) => `/ranks?page=${page}`} />);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/ranks?page=2']);
    rerender(<Pager page={3} pageSize={10} total={25} addressOf={(page) => `/ranks?page=${page}`} />);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/ranks?page=2']);
    rerender(<Pager page={1} pageSize={10} total={10} addressOf={String} />);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('points on a scale are read out, marks stand at the thresholds', () => {
    const { container } = render(<PointsScale points={300_000} maximum={600_000} thresholds={[{ rank: 1, points: 450_000 }]} />);
    expect(screen.getByRole('figure', { name: '۳۰۰ از ۶۰۰' })).toBeTruthy();
    expect(container.querySelector<HTMLElement>('.scale__fill')?.style.inlineSize).toBe('50%');
    expect(container.querySelector<HTMLElement>('.scale__mark')?.style.insetInlineStart).toBe('75%');
  });
});
