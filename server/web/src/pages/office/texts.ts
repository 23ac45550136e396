import { addTexts } from '../../text/texts';
addTexts({});
