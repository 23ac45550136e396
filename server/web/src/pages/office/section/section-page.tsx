// SPDX-License-Identifier: GPL-3.0-or-later
// One section of a declaration: loads it, then hands over to the form.
import { worded } from '../../../text/language';
import { t } from '../../../text/texts';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { loadProvinces } from '../provinces';
import { RoundLine } from '../round-banner';
import { definitionOf, fetchDeclaration, fetchSection } from './fetch';
import { SectionForm } from './section-form';
import './texts';
import './section.css';

export function SectionPage({ params }: { params: { id?: string; section?: string } }) {
  const id = Number(params.id);
  const name = params.section ?? '';
  const loaded = useResource(`section/${id}/${name}`, () => loadSection(id, name));
  const definition = loaded.data && definitionOf(loaded.data.section);
  return (
    <Page
      title={definition ? worded(definition.title) : t('declaration.title')}
      back={{ to: `/declarations/${id}`, text: t('declaration.back') }}
      intro={definition?.hint && worded(definition.hint)}
    >
      <Loaded resource={loaded} lines={8}>
        {({ section, declaration, provinces }) => (
          <>
            <RoundLine round={declaration.round} />
            <SectionForm key={`${id}/${name}`} declaration={id} section={section} provinces={provinces} official={declaration.official} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

async function loadSection(id: number, section: string) {
  const [loaded, declaration, provinces] = await Promise.all([fetchSection(id, section), fetchDeclaration(id), loadProvinces()]);
  return { section: loaded, declaration, provinces };
}
