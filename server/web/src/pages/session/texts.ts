// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of signing in and of passwords.
import { addTexts } from '../../text/texts';

addTexts({
  'session.sign_in': ['ورود به میزان', 'Sign in to Mizan'],
  'session.intro': [
    'دارندگان پروانه با کد ملی خود وارد می‌شوند؛ در دفتری که شخص حقوقی است، کد ملی مدیرعامل.',
    'Licensees sign in with their national code; for a legal person it is the chief executive’s.',
  ],
  'session.national_code': ['کد ملی', 'National code'],
  'session.national_code_hint': ['ده رقم، بدون خط تیره', 'Ten digits, without dashes'],
  'session.password': ['گذرواژه', 'Password'],
  'session.forgotten': ['فراموشی گذرواژه', 'Forgotten password'],
  'session.first_time': ['نخستین بار است که وارد می‌شوم', 'I am signing in for the first time'],
  'session.enter': ['ورود', 'Sign in'],
  'session.national_code_missing': ['کد ملی خود را وارد کنید', 'Enter your national code'],
  'session.national_code_wrong': [
    'کد ملی درست نیست؛ ده رقم را از روی کارت ملی وارد کنید',
    'The national code is wrong; copy the ten digits from the card',
  ],
  'session.password_missing': ['گذرواژه را وارد کنید', 'Enter the password'],
  'session.activate_link': ['ساختن گذرواژهٔ تازه با کد فعال‌سازی', 'Set a new password with the activation code'],
  'session.demonstration': [
    'این دادهٔ نمایشی است؛ نام‌های کاربری و گذرواژه‌ها هنگام راه‌اندازی نوشته شده‌اند.',
    'This is demonstration data; accounts and passwords were printed when it was started.',
  ],

  'contacts.title': ['نمی‌توانید وارد شوید؟', 'You cannot sign in?'],
  'contacts.text': [
    'کارشناس استان خود را بگیرید؛ کد فعال‌سازی و کد بازیابی گذرواژه را هم او می‌دهد.',
    'Call your province’s expert, who also gives out activation codes and password codes.',
  ],
  'contacts.help_line': ['راهنمای تلفنی', 'Help line'],
  'contacts.call': ['تماس با {{who}}', 'Call {{who}}'],

  'activation.title': ['نخستین ورود', 'First sign-in'],
  'activation.intro': [
    'گذرواژهٔ نخستین فقط یک بار و همراه با کد فعال‌سازی به کار می‌رود. کد فعال‌سازی را کارشناس منطقه به شما داده است.',
    'The first password works once only, together with the activation code that the region’s expert gave you.',
  ],
  'activation.first_password': ['گذرواژهٔ نخستین', 'First password'],
  'activation.first_password_hint': ['کد ملی شما، یا کد ملی و پس از آن \u2066@Cra\u2069', 'Your national code, or your national code followed by @Cra'],
  'activation.code': ['کد فعال‌سازی', 'Activation code'],
  'activation.code_hint': ['از کارشناس منطقه؛ کوچک یا بزرگ بودن حرف‌ها مهم نیست', 'From the region’s expert'],
  'activation.code_missing': ['کد فعال‌سازی را وارد کنید', 'Enter the activation code'],
  'activation.submit': ['ساختن گذرواژه و ورود', 'Set the password and sign in'],

  'reset.title': ['فراموشی گذرواژه', 'Forgotten password'],
  'reset.intro': [
    'کارشناس منطقه پس از احراز هویت، کدی یک‌بارمصرف به شما می‌دهد. با آن گذرواژهٔ تازه‌ای بسازید.',
    'After checking who you are, the region’s expert gives you a one-time code. Use it to set a new password.',
  ],
  'reset.code': ['کد یک‌بارمصرف', 'One-time code'],
  'reset.code_missing': ['کد یک‌بارمصرف را وارد کنید', 'Enter the one-time code'],

  'password.new': ['گذرواژهٔ تازه', 'New password'],
  'password.new_hint': [
    'دست‌کم {{minimum}} نویسه؛ چند واژه پشت سر هم خوب است. کد ملی یا گذرواژهٔ نخستین پذیرفته نیست.',
    'At least {{minimum}} characters; a few words in a row are good. Neither the national code nor a first password will do.',
  ],
  'password.new_missing': ['گذرواژهٔ تازه را وارد کنید', 'Enter a new password'],
  'password.title': ['تغییر گذرواژه', 'Change password'],
  'password.intro': ['پس از تغییر، ورودهای دیگر این حساب بسته می‌شوند.', 'Afterwards every other session of this account ends.'],
  'password.current': ['گذرواژهٔ کنونی', 'Current password'],
  'password.change': ['تغییر گذرواژه', 'Change the password'],
  'password.changed': ['گذرواژه تغییر کرد.', 'The password has been changed.'],
});
