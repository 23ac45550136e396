// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence of the server with local digits; numbers with dashes and codes in it keep their order, left to right.
import { localCode, localDigits } from '../text/numbers';

/** `1404-2-00004-7K3Q`, `53-739784`: after Persian letters a dash would turn its sides around. */
const dashed = /([A-Z0-9۰-۹٠-٩]+(?:-[A-Z0-9۰-۹٠-٩]+)+)/;

export function Sentence({ text }: { text: string }) {
  return text.split(dashed).map((part, index) =>
    index % 2 === 1 ? (
      <bdi key={index} dir="ltr">
        {localCode(part)}
      </bdi>
    ) : (
      localDigits(part)
    ),
  );
}
