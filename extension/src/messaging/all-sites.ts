/** The optional grant: all sites. */
export const allSites = { origins: ['*://*/*'] };
