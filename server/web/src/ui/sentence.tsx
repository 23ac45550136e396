// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence of the server with local digits; receipt numbers and other codes in it stay as printed, left to right.
import { localDigits } from '../text/numbers';

const code = /(\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)+\b)/;

export function Sentence({ text }: { text: string }) {
  return text.split(code).map((part, index) =>
    index % 2 === 1 ? (
      <bdi key={index} dir="ltr">
        {part}
      </bdi>
    ) : (
      localDigits(part)
    ),
  );
}
