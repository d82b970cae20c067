const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Addresses of the site's own pages, under whatever path the site is served. */
export const pageUrls = {
  list: `${base}playground/`,
  yourData: `${base}your-data/`,
  notebook: (id: string) => `${base}playground/notebook/?id=${encodeURIComponent(id)}`,
  /** A template, open but kept nowhere. */
  trial: (template: string) => `${base}playground/notebook/?try=${encodeURIComponent(template)}`,
};
