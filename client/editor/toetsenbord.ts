import { Plugin } from 'prosemirror-state';
import { koppelingVan } from './koppeling/koppeling.ts';
import { nieuwBlok, nieuweRegel, opZich, springIn, terugVanBegin, vooruitVanEinde } from './opdrachten.ts';

/**
 * What the browser is about to do by itself, of keyboards that say nothing of their keys: on phones, in dictation,
 * and of input methods. Left to the browser, it would split and join blocks in the page, to be guessed back.
 */
const INVOER: Readonly<Record<string, typeof nieuwBlok>> = {
  insertParagraph: nieuwBlok,
  insertLineBreak: nieuweRegel,
  deleteContentBackward: terugVanBegin,
  deleteWordBackward: terugVanBegin,
  deleteSoftLineBackward: terugVanBegin,
  deleteContentForward: vooruitVanEinde,
  deleteWordForward: vooruitVanEinde,
};

/** Keys whose meaning depends on where one is, and keyboards without keys. */
export function toetsenbord(): Plugin {
  // After Escape the next Tab leaves the text, also from a list (WCAG 2.1.2).
  let wilWeg = false;
  return new Plugin({
    props: {
      handleKeyDown: (view, gebeurtenis) => {
        const { key, ctrlKey, altKey, metaKey } = gebeurtenis;
        if (key !== 'Tab' || ctrlKey || altKey || metaKey) {
          if (!view.composing && !['Shift', 'Control', 'Alt', 'Meta'].includes(key))
            wilWeg = key === 'Escape';
          return false;
        }
        if (wilWeg || view.composing) return false;
        return opZich(springIn(gebeurtenis.shiftKey ? -1 : 1))(view.state, view.dispatch);
      },
      handleDOMEvents: {
        blur: () => {
          wilWeg = false;
          return false;
        },
        beforeinput: (view, gebeurtenis) => {
          // Within a composition the browser goes its own way, whatever one says.
          if (view.composing || !gebeurtenis.cancelable) return false;
          const opdracht = INVOER[gebeurtenis.inputType];
          koppelingVan(view.state)?.leesScherm();
          if (opdracht === undefined || !opdracht(view.state, view.dispatch)) return false;
          gebeurtenis.preventDefault();
          return true;
        },
      },
    },
  });
}
