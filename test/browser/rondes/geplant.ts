/**
 * Carried out in a page before anything of the product is: its editor then isn't told that others' changes come, so
 * that it doesn't read first what the browser has pending (TX6).
 */
export function zonderVooraf(): void {
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (naam, klasse, opties) {
    define.call(this, naam, klasse, opties);
    if (naam !== 'rt-editor') return;
    const echt = Object.getOwnPropertyDescriptor(klasse.prototype, 'voorOntvangst');
    if (echt?.set === undefined) throw new Error('rt-editor heeft geen voorOntvangst meer');
    const { set } = echt;
    const nooit = () => () => {};
    Object.defineProperty(klasse.prototype, 'voorOntvangst', {
      ...echt,
      set(waarde: unknown) {
        set.call(this, waarde === null ? null : nooit);
      },
    });
  };
}
