// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the demonstration's documents and offices.json: `npm --prefix tests run corpus`.
// Needs Debian's chromium and the fonts fonts-noto-core and fonts-farsiweb; what it made is committed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { capture } from './capture.mjs';
import { digits } from './identifiers.mjs';
import { cra, experts, numbers, offices } from './offices.mjs';
import * as templates from './templates.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const months = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const list = { year: 1405, month: 5 };

const transposed = (code) => code.slice(0, 4) + code[5] + code[4] + code.slice(6);

/** What is printed on the office's papers, by document type. */
function papers(office) {
  const holder = office.holder;
  const natural = holder.manager ?? holder;
  const total = (member) => office.staff.reduce((sum, one) => sum + one[member], 0);
  const base = { province: office.province_fa, city: office.city, address: office.address, postal_code: office.postal_code };
  const result = {
    licence: { ...base, licence_no: office.licence_no, holder_name: holder.name, national_code: holder.national_code, issue_date: office.licence[0], expiry_date: office.licence[1] },
    insurance: {
      workshop_code: digits(numbers, 10), workshop_name: office.name, employer_name: natural.name, month_name: months[list.month - 1], list_year: list.year,
      employees: office.staff, total_days: total('days'), total_wage: total('wage'),
    },
    police: { letter_no: digits(numbers, 7), holder_name: natural.name, national_code: natural.national_code, tracking_no: digits(numbers, 11), issue_date: '1405/07/14' },
  };
  if (office.tenure === 'lease')
    result.lease = {
      ...base, contract_no: digits(numbers, 6), landlord_name: office.landlord.name, landlord_national_code: office.landlord.national_code, tenant_name: natural.name,
      tenant_national_code: natural.national_code, area: office.area, start_date: office.lease[0], end_date: office.lease[1], rent_amount: office.rent, deposit_amount: office.deposit,
    };
  else result.deed = { ...base, owner_name: holder.name, owner_national_code: holder.national_code, register_no: digits(numbers, 5), area: office.area, issue_date: '1398/04/19' };
  if (office.tax)
    result.tax = { taxpayer_name: natural.name, national_code: natural.national_code, file_no: digits(numbers, 8), tax_year: 1403, issue_date: '1405/02/30', expiry_date: '1406/02/30' };
  if (office.previous)
    result.previous = { ...result.licence, licence_no: `${digits(numbers, 2)}-${digits(numbers, 6)}`, issue_date: office.previous[0], expiry_date: office.previous[1] };
  if (office.degree) {
    const who = office.staff[office.degree.who];
    result.education = { holder_name: who.name, national_code: who.national_code, degree: office.degree.degree, field: office.degree.field, university: office.degree.university, date: '1394/06/31' };
  }
  return result;
}

/** The office's answers, true but for its lies. */
function answers(office, paper) {
  const { licence, lease, deed, insurance, police, tax, previous, education } = paper;
  const result = {
    licence: {
      licence_no: licence.licence_no, holder_name: licence.holder_name, holder_national_id: licence.national_code, province: licence.province, city: licence.city, address: licence.address,
      postal_code: licence.postal_code, issue_date: licence.issue_date, expiry_date: licence.expiry_date,
    },
    premises: {
      ownership: office.tenure === 'lease' ? 'lease' : 'owned', area: String(office.area), address: office.address, postal_code: office.postal_code,
      ...(lease ? {
        landlord_name: lease.landlord_name, landlord_national_code: lease.landlord_national_code, tenant_name: lease.tenant_name, tenant_national_code: lease.tenant_national_code,
        start_date: lease.start_date, end_date: lease.end_date, rent_amount: String(lease.rent_amount), deposit_amount: String(lease.deposit_amount),
      } : { owner_name: deed.owner_name }),
    },
    staff: {
      staff_count: String(office.staff.length), workshop_code: insurance.workshop_code, employer_name: insurance.employer_name, list_year: String(list.year), list_month: String(list.month).padStart(2, '0'),
      total_days: String(insurance.total_days), total_wage: String(insurance.total_wage),
      employees: office.staff.map((one) => ({ name: one.name, national_code: one.national_code, days: String(one.days), wage: String(one.wage) })),
      ...(education ? { has_degree: true, degree_holder: education.holder_name, degree_national_code: education.national_code, degree: education.degree } : { has_degree: false }),
    },
    clearances: {
      holder_name: police.holder_name, national_code: police.national_code, police_tracking_no: police.tracking_no, police_issue_date: police.issue_date, has_tax_clearance: Boolean(tax),
      ...(tax ? { tax_file_no: tax.file_no, tax_year: String(tax.tax_year), tax_issue_date: tax.issue_date, tax_expiry_date: tax.expiry_date } : {}),
    },
    experience: previous ? {
      years: String(Number(previous.expiry_date.slice(0, 4)) - Number(previous.issue_date.slice(0, 4))), has_previous_licence: true, previous_licence_no: previous.licence_no, previous_holder_name: previous.holder_name,
      previous_issue_date: previous.issue_date, previous_expiry_date: previous.expiry_date,
    } : { years: '2', has_previous_licence: false },
  };
  for (const [section, lies] of Object.entries(office.lies ?? {}))
    for (const [path, lie] of Object.entries(lies)) {
      const steps = path.split('/');
      const last = steps.pop();
      const target = steps.reduce((value, step) => value[step], result[section]);
      target[last] = lie === 'transpose' ? transposed(target[last]) : lie === 'tenfold' ? target[last] + '0' : lie;
    }
  return result;
}

const slots = {
  licence: ['licence', 'licence_document', 'licence'], lease: ['premises', 'lease', 'lease'], deed: ['premises', 'deed', 'deed'], insurance: ['staff', 'insurance_list', 'insurance'],
  education: ['staff', 'degree_certificate', 'education'], police: ['clearances', 'police', 'police'], tax: ['clearances', 'tax', 'tax'], previous: ['experience', 'previous_licence', 'licence'],
};

const folder = join(here, 'documents');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
const made = [];
for (const office of offices) {
  const paper = papers(office);
  const documents = [];
  for (const [type, [kind, style, effect]] of Object.entries(office.look)) {
    const [section, slot, template] = slots[type];
    const { bytes, extension } = await capture(browser, templates[template](paper[type], style), kind, { seed: made.length * 31 + documents.length + 1, ...effect });
    const file = `${office.key}-${type}.${extension}`;
    writeFileSync(join(folder, file), bytes);
    documents.push({ section, slot, file });
  }
  made.push({
    key: office.key, rounds: office.rounds, unfinished: office.unfinished ?? [],
    register: {
      kind: office.kind, licence_no: office.licence_no, name: office.name, holder_name: office.holder.name, holder_national_id: office.holder.national_code, province: office.province,
      city: office.city, address: office.address, postal_code: office.postal_code, mobile: office.mobile,
    },
    licensee: office.holder.manager ?? office.holder,
    answers: answers(office, paper), lies: Object.entries(office.lies ?? {}).flatMap(([section, fields]) => Object.keys(fields).map((field) => `${section}/${field}`)), documents, ...(office.objection ? { objection: office.objection } : {}),
  });
}
await browser.close();
writeFileSync(join(here, 'offices.json'), JSON.stringify({ cra, experts, offices: made }, null, 1) + '\n');
