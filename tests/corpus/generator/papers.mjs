// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on one invented document: canonical values by field, before any layout.
import { legalId } from '../demonstration/identifiers.mjs';
import { address, addressText, company, person, things } from './people.mjs';
import { asciiDigits, months } from './printing.mjs';

const two = (number) => String(number).padStart(2, '0');
export function date(chance, from, to) {
  const month = chance.between(1, 12);
  return `${chance.between(from, to)}/${two(month)}/${two(chance.between(1, month < 7 ? 31 : month < 12 ? 30 : 29))}`;
}
const later = (day, years) => `${Number(day.slice(0, 4)) + years}${day.slice(4, 8)}${day.slice(5) === '12/30' ? '29' : day.slice(8)}`;
const thousands = (chance, low, high, step) => chance.between(low / step, high / step) * step;
const field = (kind, value, extra = {}) => ({ kind, value: String(value), ...extra });
const place = (where) => field('address', asciiDigits(addressText(where.parts)), { parts: where.parts });
const postal = (chance) => field('postal', chance.in(0.8) ? chance.digits(10) : `${chance.digits(5)}${chance.between(10000, 99999)}`);
const area = (chance) => field('area', chance.in(0.45) ? (chance.between(180, 2600) / 10).toFixed(1).replace(/\.0$/, '') : chance.in(0.2) ? (chance.between(1800, 26000) / 100).toFixed(2) : chance.between(16, 320));
const named = (who) => field('name', who.name, { who });
const licenceNumber = (chance) => chance.weighted([[chance.digits(8), 3], [`${chance.digits(2)}-${chance.digits(6)}`, 3], [`${chance.digits(3)}/${chance.digits(5)}`, 1], [chance.digits(11), 1]]);
const holder = (chance) => (chance.in(0.2) ? company(chance) : person(chance));

const makers = {
  licence(chance) {
    const who = holder(chance);
    const where = address(chance, chance.in(0.2));
    const issued = date(chance, 1393, 1404);
    const fields = { licence_no: field('number', licenceNumber(chance)), holder_name: named(who), national_code: field('natcode', who.code) };
    if (!who.company && chance.in(0.5)) fields.father_name = field('text', who.father);
    if (!who.company && chance.in(0.3)) fields.birth_cert_no = field('number', who.certificate);
    Object.assign(fields, { province: field('text', where.province), city: field('text', where.city), address: place(where), postal_code: postal(chance), issue_date: field('date', issued), expiry_date: field('date', later(issued, chance.between(2, 5))) });
    if (chance.in(0.4)) fields.area = area(chance);
    if (chance.in(0.3)) fields.phone = field('number', `0${chance.of(['13', '21', '24', '26', '28', '31', '41', '51'])}${chance.digits(8)}`);
    return { fields, who, previous: chance.in(0.3) };
  },
  deed(chance) {
    const who = holder(chance);
    const fields = { owner_name: named(who), owner_national_code: field('natcode', who.code) };
    if (!who.company) Object.assign(fields, { father_name: field('text', who.father), birth_cert_no: field('number', who.certificate) });
    Object.assign(fields, { registration_plate: field('number', `${chance.between(11, 9999)}/${chance.between(1, 320)}`), address: place(address(chance)), postal_code: postal(chance), area: area(chance), deed_no: field('number', chance.digits(6)), issue_date: field('date', date(chance, 1380, 1404)) });
    return { fields, who };
  },
  police(chance) {
    const who = person(chance);
    const issued = date(chance, 1402, 1405);
    const fields = { holder_name: named(who), national_code: field('natcode', who.code), father_name: field('text', who.father), birth_cert_no: field('number', who.certificate), birth_date: field('date', date(chance, 1335, 1382)), tracking_no: field('number', chance.digits(chance.between(9, 14))), issue_date: field('date', issued) };
    if (chance.in(0.4)) fields.expiry_date = field('date', later(issued, 1));
    return { fields, who };
  },
  tax(chance) {
    const who = person(chance);
    const issued = date(chance, 1402, 1405);
    const fields = { taxpayer_name: named(who), national_code: field('natcode', who.code), economic_code: field('number', chance.digits(chance.of([11, 12, 14]))), file_no: field('number', chance.digits(chance.between(7, 10))), tax_year: field('year', chance.between(1399, 1404)), tax_amount: field('amount', thousands(chance, 8_000_000, 900_000_000, chance.of([1000, 10_000, 500]))), issue_date: field('date', issued), expiry_date: field('date', later(issued, 1)) };
    if (chance.in(0.6)) Object.assign(fields, { address: place(address(chance)), postal_code: postal(chance) });
    return { fields, who };
  },
  education(chance) {
    const who = person(chance);
    const fields = { holder_name: named(who), father_name: field('text', who.father), national_code: field('natcode', who.code), birth_cert_no: field('number', who.certificate), degree: field('text', chance.of(things.degrees)), major: field('text', chance.of(things.majors)), university: field('text', chance.of(things.universities)), gpa: field('decimal', (chance.between(1150, 1990) / 100).toFixed(2)), graduation_date: field('date', date(chance, 1375, 1404)), certificate_no: field('number', chance.digits(chance.between(6, 9))) };
    if (chance.in(0.4)) fields.birth_date = field('date', date(chance, 1345, 1378));
    return { fields, who };
  },
  postal_certificate(chance) {
    const who = person(chance);
    const where = address(chance);
    return { who, fields: { holder_name: named(who), national_code: field('natcode', who.code), province: field('text', where.province), city: field('text', where.city), address: place(where), postal_code: postal(chance), certificate_no: field('number', chance.digits(chance.between(8, 12))), issue_date: field('date', date(chance, 1402, 1405)) } };
  },
  disability(chance) {
    const who = person(chance);
    const issued = date(chance, 1398, 1404);
    return { who, fields: { holder_name: named(who), father_name: field('text', who.father), national_code: field('natcode', who.code), birth_cert_no: field('number', who.certificate), disability_kind: field('text', chance.of(things.disabilities)), severity: field('text', chance.of(things.severities)), certificate_no: field('number', chance.digits(chance.between(6, 10))), issue_date: field('date', issued), expiry_date: field('date', later(issued, 5)) } };
  },
  insurance_clearance(chance) {
    const who = holder(chance);
    const issued = date(chance, 1402, 1405);
    return { who, fields: { payer_name: named(who), national_code: field('natcode', who.code), workshop_code: field('number', chance.digits(10)), certificate_no: field('number', chance.digits(chance.between(8, 12))), issue_date: field('date', issued), expiry_date: field('date', later(issued, 1)), address: place(address(chance)), postal_code: postal(chance) } };
  },
  lease(chance) {
    const landlord = holder(chance);
    const tenant = holder(chance);
    const years = chance.between(1, 5);
    return { landlord, tenant, who: tenant, years, fields: leaseFields(chance, landlord, tenant, years) };
  },
  insurance(chance) {
    const count = chance.weighted([[chance.between(3, 8), 5], [chance.between(9, 14), 3], [chance.between(20, 34), 2]]);
    const month = chance.between(1, 12);
    const employees = Array.from({ length: count }, () => ({ who: person(chance), days: chance.weighted([[month < 7 ? 31 : 30, 6], [30, 2], [chance.between(6, 29), 3]]), wage: thousands(chance, 71_000_000, 240_000_000, 1000), number: chance.digits(8), job: chance.of(things.jobs) }));
    const boss = person(chance);
    const total = (member) => employees.reduce((sum, one) => sum + one[member], 0);
    const fields = { workshop_code: field('number', chance.digits(10)), workshop_name: field('text', `دفتر پیشخوان ${chance.of(things.offices)}`), employer_name: named(boss), list_no: field('number', chance.digits(chance.between(5, 8))), address: place(address(chance)) };
    employees.forEach((one, i) => {
      const row = `emp${i + 1}_`;
      Object.assign(fields, { [`${row}name`]: named(one.who), [`${row}national_code`]: field('natcode', one.who.code), [`${row}days`]: field('days', one.days), [`${row}wage`]: field('amount', one.wage) });
    });
    Object.assign(fields, { staff_count: field('count', count), total_days: field('days', total('days')), total_wage: field('amount', total('wage')), total_premium: field('amount', Math.round(total('wage') * 0.3)) });
    return { fields, employees, who: boss, month: months[month - 1], year: chance.between(1401, 1405) };
  },
  invoice(chance) {
    const buyer = holder(chance);
    const items = chance.some(things.items, chance.between(2, 8)).map((name) => {
      const quantity = chance.weighted([[1, 3], [chance.between(2, 12), 6]]);
      const price = thousands(chance, 3_000_000, 420_000_000, 100_000);
      return { name, quantity, price, total: quantity * price, serial: chance.weighted([[letters(chance) + chance.digits(8), 4], [`${letters(chance)}-${chance.digits(6)}`, 2], [chance.digits(10), 1]]) };
    });
    const sum = items.reduce((total, one) => total + one.total, 0);
    const fields = { invoice_no: field('number', chance.digits(chance.between(4, 7))), invoice_date: field('date', date(chance, 1400, 1405)), seller_name: field('name', chance.of(things.sellers)), seller_national_code: field('natcode', legalId(chance.next)), buyer_name: named(buyer), buyer_national_code: field('natcode', buyer.code), economic_code: field('number', chance.digits(12)), postal_code: postal(chance) };
    if (chance.in(0.5)) fields.address = place(address(chance));
    items.forEach((one, i) => {
      const row = `item${i + 1}_`;
      Object.assign(fields, { [`${row}name`]: field('text', one.name), [`${row}qty`]: field('count', one.quantity), [`${row}serial`]: field('serial', one.serial), [`${row}price`]: field('amount', one.price), [`${row}total`]: field('amount', one.total) });
    });
    Object.assign(fields, { vat_amount: field('amount', Math.round(sum * 0.1)), total_amount: field('amount', Math.round(sum * 1.1)) });
    return { fields, items, sum, who: buyer };
  },
};

const letters = (chance) => chance.some([...'ABCDEFGHJKLMNPRSTUVWXYZ'], 2).join('');

function leaseFields(chance, landlord, tenant, years) {
  const start = date(chance, 1400, 1405);
  const rent = thousands(chance, 12_000_000, 480_000_000, chance.of([500_000, 100_000, 250_000]));
  const fields = { landlord_name: named(landlord), landlord_national_code: field('natcode', landlord.code), tenant_name: named(tenant), tenant_national_code: field('natcode', tenant.code), address: place(address(chance)), postal_code: postal(chance), area: area(chance), start_date: field('date', start), end_date: field('date', later(start, years)), rent_amount: field('amount', rent), deposit_amount: field('amount', thousands(chance, 100_000_000, 6_000_000_000, 10_000_000)) };
  if (chance.in(0.5)) fields.tracking_code = field('number', chance.digits(chance.of([8, 10, 13])));
  return fields;
}

export const documentTypes = Object.keys(makers);
/** `{fields, who, …}` of a new document; `fields[key]` is `{kind, value}` with canonical values, ASCII digits. */
export function paper(chance, type) {
  return { ...makers[type](chance), type };
}
