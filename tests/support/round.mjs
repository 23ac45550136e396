// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a further round on a demonstration, so that offices may declare.
import { join } from 'node:path';
import { Api } from './api.mjs';
import { cast, documents } from './demonstration.mjs';

export async function openRound(base, period = '1406-1', title = 'دورهٔ ارزیابی نیمهٔ نخست ۱۴۰۶') {
  const cra = await Api.signedIn(base, cast.cra.national_code);
  const made = await cra.post('/rounds', {
    title_fa: title, title_en: `Round ${period}`, period, kinds: ['pishkhan', 'rural_ict'], declare_days: 20, region_days: 20, objection_days: 7, silence_policy: 'lowest_rank', rule_set: 'example-1404',
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const opened = await cra.post(`/rounds/${made.body.id}/open`);
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return { cra, round: made.body.id };
}

/** The round that takes declarations, opened when there is none: there is never more than one. */
export async function takingRound(base) {
  const cra = await Api.signedIn(base, cast.cra.national_code);
  const taking = (await cra.get('/rounds')).body.items.find((one) => one.stage === 'declaration');
  return taking ? taking.id : (await openRound(base)).round;
}

/** The declaration of the office `key` in the round, with the licensee signed in. */
export async function declarationIn(base, round, key) {
  const office = cast.offices.find((one) => one.key === key);
  const api = await Api.signedIn(base, office.licensee.national_code);
  const items = (await api.get('/declarations')).body.items;
  return { api, office, id: items.find((one) => one.round.id === round && one.office.licence_no === office.register.licence_no).id };
}

/** Answers and documents of one section, over the API; `answers` replaces single values of the cast's. */
export async function fillSection({ api, office, id }, section, answers = {}, sent_documents = office.documents) {
  const path = `/declarations/${id}/sections/${section}`;
  const { revision } = (await api.get(path)).body;
  const saved = await api.put(`${path}/answers`, { revision, answers: { ...office.answers[section], ...answers } });
  if (saved.status !== 200) throw new Error(`${section}: ${JSON.stringify(saved.body)}`);
  for (const { slot, file } of sent_documents.filter((one) => one.section === section)) {
    const sent = await api.upload(`${path}/evidence?slot=${slot}`, join(documents, file));
    if (sent.status >= 300) throw new Error(`${file}: ${JSON.stringify(sent.body)}`);
  }
}
