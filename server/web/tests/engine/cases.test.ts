// SPDX-License-Identifier: GPL-3.0-or-later
// The cases that the server's engine and this one must both pass (tests/forms/check_answers_test.cpp reads them too).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSection, type AnswerProblem } from '../../src/engine/check';
import type { Answers, Province, Section, Text } from '../../src/engine/definition';

const project = '../..';
const folder = `${project}/tests/forms/cases`;
const { provinces } = JSON.parse(readFileSync(`${project}/form-definitions/provinces.json`, 'utf8')) as { provinces: Province[] };

interface ExpectedProblem {
  code: string;
  field: string;
  params?: Record<string, string>;
}

interface Case {
  name: string;
  mode?: 'draft' | 'complete';
  answers: Answers;
  office?: Answers;
  stored?: Answers;
  documents?: string[];
  normal: Answers;
  problems: ExpectedProblem[];
}

const words = (value: string | Text | undefined): string | null => (typeof value === 'object' ? value.fa : (value ?? null));

/** As the case writes it, with those params that the case names. */
function written(problem: AnswerProblem, expected: ExpectedProblem | undefined): ExpectedProblem {
  const { code, field } = problem;
  if (!expected?.params) return { code, field };
  const all = { ...problem.params, label: problem.label };
  const params = Object.fromEntries(Object.keys(expected.params).map((name) => [name, words((all as Record<string, string | Text>)[name]) ?? '']));
  return { code, field, params };
}

for (const file of readdirSync(folder).sort()) {
  const { about, section, cases } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { about: string; section: Section; cases: Case[] };
  describe(about, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { normal, problems } = checkSection(section, one.answers, {
        mode: one.mode ?? 'draft',
        provinces,
        ...(one.office && { register: one.office }),
        ...(one.stored && { stored: one.stored }),
        documents: Object.fromEntries((one.documents ?? []).map((slot) => [slot, 1])),
      });
      expect(normal).toEqual(one.normal);
      expect(problems.map((problem, index) => written(problem, one.problems[index]))).toEqual(one.problems);
    });
  });
}
