// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the frame: head, foot, signing in again, pages that do not open.
import { addTexts } from '../text/texts';

addTexts({
  'frame.home': ['میزان، صفحهٔ نخست', 'Mizan, first page'],
  'frame.navigation': ['بخش‌های سامانه', 'Sections of the site'],
  'frame.account': ['حساب کاربری', 'Account'],
  'frame.role.office': ['دارندهٔ پروانه', 'Licensee'],
  'frame.role.expert': ['کارشناس منطقه', 'Regional expert'],
  'frame.role.cra': ['سازمان تنظیم مقررات', 'CRA'],
  'frame.authority': ['سازمان تنظیم مقررات و ارتباطات رادیویی', 'Communications Regulatory Authority'],
  'frame.help': ['راهنمای تلفنی:', 'Help line:'],
  'frame.failed_text': [
    'اشکال از سامانه است و آنچه پیش‌تر ذخیره شده سر جای خود مانده است. صفحه را دوباره باز کنید؛ اگر باز نشد با راهنمای تلفنی تماس بگیرید.',
    'The fault is ours, and what was saved before is still there. Open the page again; if that does not help, call the help line.',
  ],
  'frame.reload': ['باز کردن دوبارهٔ صفحه', 'Open the page again'],
  'frame.offline': ['ارتباط برقرار نیست', 'No connection'],
  'frame.other_role': ['این صفحه برای حساب شما نیست', 'This page is not for your account'],
  'frame.other_role_text': [
    'با حساب «{{name}}» وارد شده‌اید که به این بخش دسترسی ندارد. اگر حساب دیگری دارید خارج شوید و با آن وارد شوید.',
    'You are signed in as “{{name}}”, which has no access to this part. If you have another account, sign out and use that one.',
  ],
  'frame.renewal': ['دوباره وارد شوید', 'Sign in again'],
  'frame.renewal_text': [
    'نشست شما پس از مدتی بی‌کار ماندن بسته شد. آنچه نوشته‌اید در صفحه مانده است و پس از ورود ذخیره می‌شود.',
    'Your session ended after a time without activity. What you typed is still on the page and will be saved once you are back.',
  ],
  'frame.renewal_leave': ['خروج بدون ذخیره', 'Leave without saving'],
  'frame.demonstration_text': ['دادهٔ نمایشی است و اعتبار اداری ندارد.', 'Demonstration data, without any official standing.'],
});
