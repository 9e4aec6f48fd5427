/** Made by `npm run tables` from the live schema. Do not edit. */
export interface DB {}
