// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what this is, for whom, and one button.
import { Link } from 'wouter';
import { homeOf } from '../../frame/parts';
import { useSession } from '../../frame/use-session';
import { formatNumber } from '../../text/numbers';
import { t } from '../../text/texts';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import './public.css';

const steps = ['declaration', 'review', 'provisional', 'objection', 'closed'] as const;

export function HomePage() {
  const { session } = useSession();
  const inside = session?.signed_in ?? false;
  return (
    <Page title={t('home.title')}>
      <p className="home__intro">{t('home.intro')}</p>
      <p>
        <ButtonLink to={inside ? homeOf(session?.role) : '/sign-in'} kind="primary">
          {t(inside ? 'home.continue' : 'home.start')}
        </ButtonLink>
      </p>
      <section className="stack stack--near" aria-labelledby="home-before">
        <h2 id="home-before">{t('home.before')}</h2>
        <ul className="home__list">
          <li>{t('home.before_1')}</li>
          <li>{t('home.before_2')}</li>
          <li>{t('home.before_3')}</li>
        </ul>
      </section>
      <section className="stack stack--near" aria-labelledby="home-steps">
        <h2 id="home-steps">{t('home.steps')}</h2>
        <ol className="home__steps">
          {steps.map((step, index) => (
            <li key={step}>
              <span className="home__number" aria-hidden="true">
                {formatNumber(index + 1)}
              </span>
              <span>
                <strong>{t(`stage.${step}`)}</strong>
                <span className="muted home__step">{t(`home.step.${step}`)}</span>
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className="card stack stack--near" aria-labelledby="home-ranks">
        <h2 id="home-ranks">
          <Link href="/ranks">{t('home.ranks')}</Link>
        </h2>
        <p className="muted">{t('home.ranks_text')}</p>
      </section>
    </Page>
  );
}
