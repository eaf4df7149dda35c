// @ts-check
/** What is written on a page of another language than the site's main one says in which it is. */

/** @typedef {Object<string, any>} Values */

/**
 * New texts of a record with their language. A name is the same in all, and what stood there says itself in which it is.
 * @param {Values} set @param {Values | undefined} stood what the record says already @param {{name: string, shape: string}[]} fields
 * @param {string} language @param {string} main @returns {Values}
 */
export const spoken = (set, stood, fields, language, main) => {
  if (language === main) return set;
  const texts = fields.filter(({ name, shape }) => name !== "name" && (shape === "text" || shape === "prose")).map(({ name }) => name);
  const isNew = (/** @type {string} */ name) => typeof set[name] === "string" && (stood?.[name] ?? "") === "";
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, texts.includes(name) && isNew(name) ? { [language]: value } : value]));
};
